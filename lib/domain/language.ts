/** The languages in which a person can read us. */
export const languages = ['en', 'es', 'fr'] as const
export type Language = (typeof languages)[number]

/** Language tags: what a person chose, and what their browser asked for. `es-MX` asks for Spanish. */
export type LanguageWishes = { language: string | null; browserLanguage: string | null }

/** The language of ours that a person wishes: their own choice, else their browser's; null where neither is one. */
export function wishedLanguage(person: LanguageWishes | null): Language | null {
  return person && (ours(person.language) ?? ours(person.browserLanguage))
}

/** The language to speak to a person in: the one that they wish, else `otherwise`, else English. */
export function languageOf(person: LanguageWishes | null, otherwise: string): Language {
  return wishedLanguage(person) ?? ours(otherwise) ?? 'en'
}

function ours(tag: string | null): Language | null {
  const [primary] = (tag ?? '').trim().toLowerCase().split(/[-_]/)
  return languages.find((one) => one === primary) ?? null
}
