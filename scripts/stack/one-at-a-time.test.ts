import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

function lockFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'relink-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'lock')
}

it('the second waits until the first is done, even when the first fails', async () => {
  const file = lockFile()
  const events: string[] = []
  const first = oneAtATime(file, async () => {
    events.push('first begins')
    await sleep(50)
    events.push('first ends')
    throw new Error('broken')
  })
  const second = oneAtATime(file, async () => events.push('second'))
  await expect(first).rejects.toThrow('broken')
  await second
  expect(events).toEqual(['first begins', 'first ends', 'second'])
})

it('a holder that died does not hold any more', async () => {
  const file = lockFile()
  writeFileSync(file, '999999999')
  expect(await oneAtATime(file, async () => 'done')).toBe('done')
})
