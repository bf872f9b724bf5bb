/** The languages that people can read Relink in. */
export const languages = ['en', 'es', 'fr'] as const
export type Language = (typeof languages)[number]

/**
 * The first wish that we can fulfil; a region counts as its language (`es-MX` as `es`).
 * @returns English when none can be
 */
export function chooseLanguage(...wishes: (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const [base] = (wish ?? '').toLowerCase().split(/[-_]/)
    const found = languages.find((language) => language === base)
    if (found) return found
  }
  return 'en'
}
