import { expect, it } from 'vitest'
import en from '#messages/en.json' with { type: 'json' }
import { partsOf, plainTopics } from './topics.ts'

it.each(plainTopics)('the help page %s shows each of its parts once', (topic) => {
  const written = Object.keys(en.help.pages[topic].parts).map((part) => `${topic}.parts.${part}`)
  expect([...partsOf[topic]].sort()).toEqual(written.sort())
})
