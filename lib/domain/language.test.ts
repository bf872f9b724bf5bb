import { describe, expect, it } from 'vitest'
import { chooseLanguage, type Language } from './language.ts'

const cases: [what: string, wishes: (string | null | undefined)[], language: Language][] = [
  ['the person’s own choice comes before the browser’s', ['fr', 'es'], 'fr'],
  ['without a choice the browser’s word holds', [null, 'es'], 'es'],
  ['a region asks for its language', ['es-MX'], 'es'],
  ['a script and a region do, too', ['fr-Latn-CA'], 'fr'],
  ['an underscore parts as well', ['fr_CA'], 'fr'],
  ['large letters mean the same', [' ES '], 'es'],
  ['a language that we do not speak gives way to the next wish', ['de', 'fr'], 'fr'],
  ['a longer word is no language of ours', ['esperanto', 'english'], 'en'],
  ['something that is no tag gives way', ['', '-', '*', 'fr'], 'fr'],
  ['nobody wished anything', [], 'en'],
  ['only unknown things', [undefined, null, 'zz'], 'en'],
]

describe('the language that a person is spoken to in', () => {
  it.each(cases)('%s', (_, wishes, language) => {
    expect(chooseLanguage(...wishes)).toBe(language)
  })
})
