import { type Language, type LanguageWishes, languageOf } from '#lib/domain/language.ts'
import { env } from '#lib/env.ts'

/** The language to speak to a person in; `now` is what their browser asks for in this request. */
export function languageFor(person: LanguageWishes | null, now: Language | null): Language {
  const wishes = { language: person?.language ?? null, browserLanguage: now ?? person?.browserLanguage ?? null }
  return languageOf(wishes, env().PLAID_LANGUAGE)
}
