import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { firstFreePort, freePort, isPortFree, waitUntilReady, whoListensOn } from './ports.ts'

async function listen(port: number, status = 200): Promise<void> {
  const server = createServer((_request, response) => response.writeHead(status).end())
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
}

it('a port is free until somebody listens, and then the next one is taken', async () => {
  const port = await freePort()
  expect(await isPortFree(port)).toBe(true)
  await listen(port)
  expect(await isPortFree(port)).toBe(false)
  expect(await firstFreePort(port)).toBeGreaterThan(port)
})

it.runIf(process.platform === 'linux')('who listens on a port is told by name', async () => {
  const port = await freePort()
  await listen(port)
  expect(whoListensOn(port)).toContain(`process ${process.pid}`)
})

it('waiting for a server ends when it answers well, or when there is none to wait for', async () => {
  const [well, badly] = [await freePort(), await freePort()]
  await listen(well)
  await listen(badly, 503)
  expect(await waitUntilReady(`http://localhost:${well}`, 5000, () => false)).toBe(true)
  expect(await waitUntilReady(`http://localhost:${badly}`, 200, () => false)).toBe(false)
  expect(await waitUntilReady(`http://localhost:${badly}`, 60_000, () => true)).toBe(false)
})
