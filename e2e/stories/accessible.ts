import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

type Theme = 'light' | 'dark'

/** What differs by night; everything else is looked at by day. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']
/** A narrow window has the colours of a wide one. */
const phoneWidth = 600

type Look = {
  themes?: readonly Theme[]
  /** Rules of axe that do not apply, for instance to a mail, which is no page. */
  without?: string[]
}

/** For a page that axe has seen in another language: the words differ, the colours, slow to look at, do not. */
export const inOtherWords: Look = { themes: ['light'], without: rulesOfColour }

/** Lets axe look at a page as it stands, by day and by night. */
export async function expectAccessible(page: Page, look: Look = {}): Promise<void> {
  const { themes = themesFor(page), without = [] } = look
  for (const colorScheme of themes) {
    // Without motion no colour is caught on its way.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // While a page takes what an action changed, Next takes its title away and streams the new one: axe looks after it.
    await expect(page).toHaveTitle(/./)
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
    if (colorScheme === 'light') axe.disableRules(without)
    else axe.withRules(rulesOfColour)
    // Only frames of another origin (Link's) need the slower way, which opens a page of its own to gather the results.
    const { violations } = await axe.setLegacyMode(page.frames().length === 1).analyze()
    const faults = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    )
    expect(faults, `${page.url()} by ${colorScheme}`).toEqual([])
  }
}

/** Nothing has to be scrolled sideways, neither in a very narrow window nor with twice the text. */
export async function expectFits(page: Page): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page, '320 pixels')
  await page.setViewportSize({ width: 640, height: 640 })
  await setTextSize(page, '200%')
  await expectNoSidewaysScroll(page, 'twice the text')
  await setTextSize(page, '')
  if (before) await page.setViewportSize(before)
}

function setTextSize(page: Page, size: string): Promise<void> {
  return page.locator('html').evaluate((html, fontSize) => {
    html.style.fontSize = fontSize
  }, size)
}

async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const sideways = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(sideways, `${page.url()} at ${what}`).toBe(0)
}

function themesFor(page: Page): readonly Theme[] {
  const { width = phoneWidth } = page.viewportSize() ?? {}
  return width < phoneWidth ? ['light'] : ['light', 'dark']
}
