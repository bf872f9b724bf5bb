import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { dataFolder } from '../stack/folders.ts'
import { browserExecutable } from '../testing/browser.ts'
import { galleryPage, type Section } from './gallery-page.ts'

/**
 * Makes the folder of a gallery anew, lets its pictures be drawn into it, and writes the page that shows them.
 * @returns what was drawn, and where to look
 */
export async function hangGallery(
  name: string,
  draw: (browser: Browser, folder: string) => Promise<Section[]>,
): Promise<string> {
  const folder = join(dataFolder, 'gallery', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const executablePath = await browserExecutable()
  const browser = await chromium.launch({ ...(executablePath && { executablePath }) })
  try {
    const sections = await draw(browser, folder)
    const page = join(folder, 'index.html')
    writeFileSync(page, galleryPage(name, sections))
    const count = sections.flatMap(({ pictures }) => pictures).length
    return `${name}: ${count} pictures in ${sections.length} sections: ${page}`
  } finally {
    await browser.close()
  }
}
