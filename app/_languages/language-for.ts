import { chooseLanguage, type Language } from '#lib/domain/language.ts'
import { env } from '#lib/env.ts'

type Wishes = { language: Language | null; browserLanguage: string | null }

/** The language to speak to a person in; `now` is what their browser asks for in this request. */
export function languageFor(person: Wishes | null, now: Language | null): Language {
  return chooseLanguage(person?.language, now, person?.browserLanguage, env().PLAID_LANGUAGE)
}
