import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { logFolder } from './folders.ts'
import { isAlive } from './one-at-a-time.ts'

const starter = `
  const { startSandbox } = await import(process.argv[1])
  const { pid } = await startSandbox({ port: 0, appUrl: 'http://localhost:3000', logFile: process.argv[2] })
  console.log(pid)`

it('the sandbox ends when the process that started it is killed hard', { timeout: 30_000 }, async () => {
  const script = join(import.meta.dirname, 'sandbox-process.ts')
  const logFile = join(logFolder, 'tests', 'sandbox-process.log')
  const parent = spawn(process.execPath, ['--input-type=module', '-e', starter, script, logFile])
  const [printed] = await once(parent.stdout, 'data')
  const pid = Number(String(printed))
  expect(isAlive(pid)).toBe(true)
  parent.kill('SIGKILL')
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 10_000)
})
