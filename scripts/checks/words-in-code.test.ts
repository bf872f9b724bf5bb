import { describe, expect, it } from 'vitest'
import { wordsInCode, wordsInFolder } from './words-in-code.ts'

// Folders whose words come from `messages/`. A folder joins when its words have moved there.
const covered = ['emails', 'app/help', 'app/link', 'app/preferences', 'app/_push', 'app/reconnect']

const words: [what: string, code: string, found: string[]][] = [
  ['text between tags', '<p>Hello you</p>', ['Hello you']],
  ['text beside an expression', '<p>{name}, hello</p>', [', hello']],
  ['a string between tags', "<p>{'Hello'}</p>", ['Hello']],
  ['a template between tags', `<p>{\`Hello \${name}, you\`}</p>`, ['Hello', ', you']],
  ['either side of a choice', "<p>{isOpen ? 'Open' : 'Closed'}</p>", ['Open', 'Closed']],
  ['what stands in for something missing', "<p>{name ?? 'you'}</p>", ['you']],
  ['an attribute that is read out', '<img alt="A bank" />', ['A bank']],
  [
    'an attribute made of an expression',
    `<b aria-label={isOpen ? 'Open' : \`\${name} closed\`} />`,
    ['Open', 'closed'],
  ],
  ['words in another language', '<p>こんにちは</p>', ['こんにちは']],
  ['signs and entities', '<p>{count} &middot; • 4&nbsp;</p>', []],
  ['attributes that nobody reads', '<td className="t1 hr" role="presentation" style={{ color: \'red\' }} />', []],
  ['keys of the catalogs', "<p>{t('mail.greeting')}</p>", []],
  ['what is compared', "<p>{kind === 'broken' ? one : other}</p>", []],
  ['text outside of tags', "const key = 'broken'", []],
]

describe('words in code', () => {
  it.each(words)('are looked for in %s', (_, code, found) => {
    expect(wordsInCode('a.tsx', code).map((each) => each.words)).toEqual(found)
  })

  it('are found at their line', () => {
    expect(wordsInCode('a.tsx', '<p>\n  {name}\n  Hello\n</p>')).toEqual([{ file: 'a.tsx', line: 3, words: 'Hello' }])
  })

  it.each(covered)('are not in %s', (folder) => {
    expect(wordsInFolder(folder)).toEqual([])
  })

  it('are looked for in real files', () => {
    expect(wordsInFolder('app').length).toBeGreaterThan(0)
  })
})
