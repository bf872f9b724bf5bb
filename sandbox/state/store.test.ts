import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createItem } from '../acts/create-item.ts'
import { OptionsError, parseOptions } from '../options.ts'
import { openSandbox } from '../sandbox.ts'
import { openStore, SnapshotError } from './store.ts'

async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'data', 'sandbox.json')
}

test('what was there before a restart is there after it', async () => {
  const options = parseOptions({ SANDBOX_DATA_FILE: await temporaryFile() })
  const before = await openSandbox(options)
  const item = createItem(before, { institutionId: 'ins_109508', clientUserId: 'user-1' })
  await before.store.flush()
  const after = await openSandbox(options)
  expect(after.store.state.items[item.itemId]).toEqual(item)
})

test('a snapshot of something else stops the start and says what to do', async () => {
  const file = join(await temporaryFile(), '..', '..', 'sandbox.json')
  await writeFile(file, '{"items": 3}')
  await expect(openStore(file)).rejects.toThrow(SnapshotError)
  await expect(openStore(file)).rejects.toThrow('delete it to start over')
})

test('a wrong setting is named', () => {
  expect(() => parseOptions({ SANDBOX_PORT: 'many' })).toThrow(OptionsError)
  expect(() => parseOptions({ SANDBOX_RETRY_DELAYS_MS: '1s' })).toThrow('SANDBOX_RETRY_DELAYS_MS')
})
