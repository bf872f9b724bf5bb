/** What the reader chose to see; without a choice their system decides. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Kept in a cookie, so that the server writes the right page at once and nothing flashes. */
export const themeCookie = 'relink-theme'

/** Reads the cookie's value; anything unknown means the system. */
export function themeFrom(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system'
}
