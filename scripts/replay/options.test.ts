import { expect, it } from 'vitest'
import { readReplayOptions } from './options.ts'

const now = new Date('2026-11-21T12:00:00Z')
const read = (line: string) => readReplayOptions(line.split(' '), now)

it('takes a span that ends now, or where it is told to', () => {
  const since = new Date('2026-11-20T00:00:00Z')
  expect(read('--since 2026-11-20T00:00:00Z')).toEqual({ wish: { since, until: now }, isDryRun: false })
  expect(read('--since 2026-11-20T00:00:00Z --until 2026-11-20T02:00:00+01:00 --dry-run')).toEqual({
    wish: { since, until: new Date('2026-11-20T01:00:00Z') },
    isDryRun: true,
  })
})

it('takes one delivery', () => {
  expect(read('--delivery 0190a0a0')).toEqual({ wish: { deliveryId: '0190a0a0' }, isDryRun: false })
})

it.each([
  ['--dry-run', 'Since when?'],
  ['--since yesterday', '--since needs an instant'],
  ['--since 2026-11-20T00:00:00', '--since needs an instant with its zone'],
  ['--since 2026-11-22T00:00:00Z', 'must be before'],
  ['--since 2026-11-20T00:00:00Z --delivery x', 'Either one delivery or a span'],
  ['--everything', 'npm run replay -- --since'],
])('refuses %s with a sentence', (line, sentence) => {
  expect(() => read(line)).toThrow(sentence)
})
