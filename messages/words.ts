import { createTranslator, type Messages } from 'next-intl'
import type { Language } from '#lib/domain/language.ts'
import en from './en.json' with { type: 'json' }
import es from './es.json' with { type: 'json' }
import fr from './fr.json' with { type: 'json' }

declare module 'next-intl' {
  interface AppConfig {
    Locale: Language
    Messages: typeof en
  }
}

/** The shape of every catalog. */
export type Catalog = Messages

// A key that one language lacks is an error here already.
const catalogs: Record<Language, Catalog> = { en, es, fr }

type Words = ReturnType<typeof createWords>
// Sentences are parsed when they are first said, and kept with their `t`.
const known = new Map<Language, Words>()

/**
 * Draws the words of a language.
 * @returns next-intl's `t`, which knows its keys: `t('mail.greeting', { person })`
 * @throws IntlError (from `t`) where a value is missing: half a sentence reaches nobody
 */
export function wordsIn(language: Language): Words {
  const words = known.get(language) ?? createWords(language)
  known.set(language, words)
  return words
}

function createWords(language: Language) {
  return createTranslator({
    locale: language,
    messages: catalogs[language],
    onError: (error) => {
      throw error
    },
  })
}
