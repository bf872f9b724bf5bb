import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { z } from 'zod'

/** `isNexts` when every page of Next has it, an empty one too. */
export type Script = { name: string; bytes: number; isNexts: boolean }

const BuildManifest = z.object({ rootMainFiles: z.array(z.string()).min(1) })
const phone = { viewport: { width: 412, height: 823 }, isMobile: true, hasTouch: true }

/**
 * Weighs each script that a page loads until the network is idle, prefetched ones with the rest.
 *
 * Next's own are the `rootMainFiles` of its build manifest: Next, React and the runtime, alike in every app. An empty
 * page has one chunk more, Next's layout router (3.5 kB, measured with Next 16.4.5); it is counted as ours, because a
 * chunk may come to hold code of both.
 */
export async function weighScripts(browser: Browser, url: string, build: string): Promise<Script[]> {
  const manifest: unknown = JSON.parse(await readFile(join(build, '.next', 'build-manifest.json'), 'utf8'))
  const nexts = new Set(BuildManifest.parse(manifest).rootMainFiles.map((file) => basename(file)))
  const bodies = await loadScripts(browser, url)
  const scripts = [...bodies].map(([address, body]) => {
    const name = basename(new URL(address).pathname)
    return { name, bytes: gzipSync(body).length, isNexts: nexts.has(name) }
  })
  const missing = [...nexts].filter((name) => !scripts.some((script) => script.name === name))
  if (missing.length > 0) throw new Error(`The page did not load what every page of Next does: ${missing.join(', ')}.`)
  return scripts
}

/** The body of each script, by its address. */
async function loadScripts(browser: Browser, url: string): Promise<Map<string, Buffer>> {
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  const bodies = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    // By what it is: the browser calls a prefetched script something else than a script.
    if (/javascript/.test(response.headers()['content-type'] ?? '')) bodies.set(response.url(), response.body())
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const loaded = await Promise.all([...bodies].map(async ([address, body]) => [address, await body] as const))
  await context.close()
  return new Map(loaded)
}
