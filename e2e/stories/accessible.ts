import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const everyTheme = ['light', 'dark'] as const

/** Lets axe look at a page as it stands, by day and by night. */
export async function expectAccessible(page: Page, themes: readonly ('light' | 'dark')[] = everyTheme): Promise<void> {
  for (const colorScheme of themes) {
    // Without motion no colour is caught on its way.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    const faults = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    )
    expect(faults, `${page.url()} by ${colorScheme}`).toEqual([])
  }
}
