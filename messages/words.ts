import { createTranslator, type Messages, type NamespaceKeys, type NestedKeyOf } from 'next-intl'
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

// A key that one language lacks is an error here already.
const catalogs: Record<Language, Messages> = { en, es, fr }

/**
 * Draws the words of one part of the catalogs.
 * @returns next-intl's `t`, which knows its keys
 * @throws IntlError (from `t`) where a value is missing: half a sentence reaches nobody
 */
export function translator<const Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  language: Language,
  namespace: Namespace,
) {
  return createTranslator({
    locale: language,
    messages: catalogs[language],
    namespace,
    onError: (error) => {
      throw error
    },
  })
}
