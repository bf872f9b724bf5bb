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

function themesFor(page: Page): readonly Theme[] {
  const { width = phoneWidth } = page.viewportSize() ?? {}
  return width < phoneWidth ? ['light'] : ['light', 'dark']
}
