/** The languages in which a person can read us. */
export const languages = ['en', 'es', 'fr'] as const
export type Language = (typeof languages)[number]

/**
 * The language to speak to a person in: the first wish that we can fulfil, English where there is none.
 * @param wishes language tags, the strongest wish first; `es-MX` asks for Spanish
 */
export function chooseLanguage(...wishes: (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const [primary] = (wish ?? '').trim().toLowerCase().split(/[-_]/)
    const language = languages.find((one) => one === primary)
    if (language) return language
  }
  return 'en'
}
