import { describe, expect, it } from 'vitest'
import { languageOfBrowser } from './accept-language.ts'

describe('the language that a browser asks for', () => {
  it.each([
    ['es', 'es'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', 'fr'],
    ['EN-us', 'en'],
    ['de-DE,de;q=0.9,fr;q=0.3,en;q=0.6', 'en'],
    ['en;q=0.2, fr ; q=0.8', 'fr'],
    ['de,fr,en', 'fr'],
  ])('in “%s” is %s', (header, language) => {
    expect(languageOfBrowser(header)).toBe(language)
  })

  it.each([
    [null],
    [''],
    ['*'],
    ['de-DE, it;q=0.5'],
    ['es;q=0'],
    ['es;q=much'],
    [';;;,,,q=1'],
    [`${'de,'.repeat(20)}es`],
  ])('in “%s” is none of ours', (header) => {
    expect(languageOfBrowser(header)).toBeNull()
  })
})
