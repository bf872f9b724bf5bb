import { expect, it } from 'vitest'
import type { AttemptState } from '#lib/domain/attempt.ts'
import { deliveryWords } from './delivery.ts'

const messages = (...states: AttemptState[][]) => states.map((each) => ({ attempts: each.map((state) => ({ state })) }))

it.each([
  ['once, without a word yet', messages(['sent']), null],
  ['once', messages(['delivered']), 'delivered'],
  ['twice', messages(['delivered'], ['delivered']), 'both delivered'],
  ['three times', messages(['delivered'], ['delivered'], ['delivered']), 'all delivered'],
  ['twice, the newest without a word yet', messages(['sent'], ['delivered']), '1 delivered'],
  ['in vain', messages(['bounced']), 'but it came back'],
  ['in vain after all', messages(['bounced'], ['delivered']), 'the last one came back'],
  ['unwanted', messages(['complained'], ['delivered']), 'the last one marked as spam'],
  ['in vain by mail, yet in the browser', messages(['bounced', 'sent']), null],
  ['not at all', messages(['failed'], ['dropped']), null],
])('says how far messages came that were sent %s', (_how, sent, words) => {
  expect(deliveryWords(sent)).toBe(words)
})
