import { describe, expect, it } from 'vitest'
import { type Language, languageOf, wishedLanguage } from './language.ts'

type Case = [what: string, language: string | null, browserLanguage: string | null, otherwise: string, spoken: Language]

const cases: Case[] = [
  ['the person’s own choice comes before the browser’s', 'fr', 'es', 'en', 'fr'],
  ['without a choice the browser’s word holds', null, 'es', 'fr', 'es'],
  ['without both it is the installation’s', null, null, 'fr', 'fr'],
  ['a region asks for its language', null, 'es-MX', 'en', 'es'],
  ['a script and a region do, too', null, 'fr-Latn-CA', 'en', 'fr'],
  ['an underscore parts as well', null, 'fr_CA', 'en', 'fr'],
  ['large letters mean the same', null, ' ES ', 'en', 'es'],
  ['a language that we do not speak gives way to the next wish', 'de', 'fr', 'en', 'fr'],
  ['a longer word is no language of ours', 'esperanto', 'frisian', 'en', 'en'],
  ['something that is no tag gives way', '-', '*', 'fr', 'fr'],
  ['only unknown things', '', 'zz', 'de', 'en'],
]

describe('the language that a person is spoken to in', () => {
  it.each(cases)('%s', (_, language, browserLanguage, otherwise, spoken) => {
    expect(languageOf({ language, browserLanguage }, otherwise)).toBe(spoken)
  })

  it('is the installation’s where nobody knows the person', () => {
    expect(languageOf(null, 'es')).toBe('es')
  })

  it('is wished by nobody who names none of ours', () => {
    expect(wishedLanguage(null)).toBeNull()
    expect(wishedLanguage({ language: null, browserLanguage: 'de' })).toBeNull()
  })
})
