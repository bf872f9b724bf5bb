import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Language, languages } from '#lib/domain/language.ts'

type Tree = { [key: string]: string | Tree }
const Tree: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), Tree])))

const catalogs = new Map(languages.map((language) => [language, flat(read(language))]))
const english = catalogs.get('en') ?? new Map<string, string>()
const translations = languages.filter((language) => language !== 'en')

describe.each(languages)('the catalog %s', (language) => {
  const sentences = [...(catalogs.get(language) ?? [])]

  it('has words', () => {
    expect(sentences.length).toBeGreaterThan(100)
  })

  it('has only whole sentences', () => {
    for (const [key, sentence] of sentences) {
      expect(sentence, key).toMatch(/^\S(.|\n)*\S$/)
      expect(sentence, key).not.toMatch(/ {2}| \n|\n /)
      for (const options of pluralsOf(parse(sentence))) {
        expect(options, key).toContain('other')
        expect(options, key).toEqual(expect.arrayContaining([expect.stringMatching(/^(one|=1)$/)]))
      }
    }
  })

  it('speaks as we do: without jargon, shouting and typewriter quotes', () => {
    for (const [key, sentence] of sentences) {
      expect(sentence, key).not.toMatch(/['"]|!|¡|\.\.\./)
      expect(sentence, key).not.toMatch(/\b(item|token|credentials?|errors?|invalid|oops|update mode)\b/i)
    }
  })

  it('names Plaid where it says who sees the password, and where Plaid’s own page is meant', () => {
    const naming = sentences.filter(([, sentence]) => /plaid/i.test(sentence)).map(([key]) => key)
    expect(naming).toEqual([
      'help.pages.what-we-see.parts.password.text',
      'reconnect.know.password',
      'reconnect.know.hosted',
      'reconnect.button.hosted',
      'reconnect.needsScript',
      'reconnect.advice.blocked.lead',
    ])
  })
})

describe.each(translations)('the catalog %s beside the English one', (language) => {
  const sentences = catalogs.get(language) ?? new Map<string, string>()

  it('has exactly the same keys', () => {
    expect([...sentences.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('says in its own words the same things', () => {
    for (const [key, sentence] of english) {
      const translated = sentences.get(key) ?? ''
      expect(valuesOf(parse(translated)), key).toEqual(valuesOf(parse(sentence)))
      const isOnlyForm = !/\p{L}/u.test(sentence.replace(/\{\w+\}/g, '')) || key === 'mail.kindOfDocument'
      if (!isOnlyForm) expect(translated, key).not.toBe(sentence)
    }
  })
})

describe('the voice of a language', () => {
  it('is polite in Spanish: usted, and never tú', () => {
    for (const sentence of catalogs.get('es')?.values() ?? []) {
      expect(sentence).not.toMatch(/(?<!\p{L})(tú|tu|tus|te|ti|contigo|tuyo|tuya)(?!\p{L})/iu)
    }
  })

  it('is polite in French: vous, and never tu', () => {
    for (const sentence of catalogs.get('fr')?.values() ?? []) {
      expect(sentence).not.toMatch(/(?<!\p{L})(tu|ton|ta|tes|toi|te)(?!\p{L})/iu)
    }
  })

  it('opens each Spanish question', () => {
    for (const sentence of catalogs.get('es')?.values() ?? []) {
      expect(sentence.split('¿').length).toBe(sentence.split('?').length)
    }
  })

  it('keeps French signs with their word', () => {
    for (const sentence of catalogs.get('fr')?.values() ?? []) {
      expect(sentence).not.toMatch(/[^\u00a0\u202f][?:;»]/)
    }
  })
})

function read(language: Language): Tree {
  return Tree.parse(JSON.parse(readFileSync(join(import.meta.dirname, `${language}.json`), 'utf8')))
}

/** All sentences of a catalog, each with its whole key. */
function flat(tree: Tree, above = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[`${above}${key}`, value]] : [...flat(value, `${above}${key}.`)],
    ),
  )
}

/** The names of the values and tags that a sentence asks for. */
function valuesOf(elements: MessageFormatElement[]): string[] {
  const names = elements.flatMap((element): string[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...valuesOf(element.children)]
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => valuesOf(value))]
    }
    return [element.value]
  })
  return [...new Set(names)].sort()
}

/** The cases of each plural in a sentence. */
function pluralsOf(elements: MessageFormatElement[]): string[][] {
  return elements.flatMap((element): string[][] => {
    if (element.type === TYPE.tag) return pluralsOf(element.children)
    if (element.type !== TYPE.plural) return []
    const inside = Object.values(element.options).flatMap(({ value }) => pluralsOf(value))
    return [Object.keys(element.options), ...inside]
  })
}
