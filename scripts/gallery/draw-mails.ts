import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Route } from '@playwright/test'
import { dataFolder } from '../stack/folders.ts'
import { browserExecutable } from '../testing/browser.ts'
import { galleryPage, type Picture } from './gallery-page.ts'
import { type GalleryMail, galleryMails } from './mails.ts'

const folder = join(dataFolder, 'gallery', 'mails')
const devices: Record<string, BrowserContextOptions> = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true },
  tablet: { viewport: { width: 680, height: 900 }, deviceScaleFactor: 1.5 },
}
const schemes = ['light', 'dark'] as const

/**
 * Draws every mail in every language, light and dark, on a phone and on a tablet.
 * @returns what was drawn, and where to look
 */
export async function drawMails(): Promise<string> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const mails = await galleryMails()
  const executablePath = await browserExecutable()
  const browser = await chromium.launch({ ...(executablePath && { executablePath }) })
  try {
    const pictures = await drawAll(browser, mails)
    writeFileSync(join(folder, 'index.html'), galleryPage(mails, pictures))
    return `${pictures.length} pictures of ${mails.length} mails: ${join(folder, 'index.html')}`
  } finally {
    await browser.close()
  }
}

async function drawAll(browser: Browser, mails: GalleryMail[]): Promise<Picture[]> {
  const pictures: Picture[] = []
  for (const [device, options] of Object.entries(devices)) {
    for (const scheme of schemes) {
      const context = await browser.newContext({ ...options, colorScheme: scheme, javaScriptEnabled: false })
      await context.route('**/*', answer)
      for (const mail of mails) pictures.push(await draw(context, mail, `${device}.${scheme}`))
      await context.close()
    }
  }
  return pictures
}

async function draw(context: BrowserContext, mail: GalleryMail, look: string): Promise<Picture> {
  const file = `${mail.name.replace(/[^a-z]+/gi, '-')}.${mail.language}.${look}.png`
  const page = await context.newPage()
  await page.setContent(mail.html, { waitUntil: 'load' })
  await page.screenshot({ path: join(folder, file), fullPage: true })
  await page.close()
  return { file, look, mail }
}

/** Nothing comes from outside: logos are drawn here, anything else would be a fault of the mail. */
async function answer(route: Route): Promise<void> {
  const url = new URL(route.request().url())
  const isLogo = /\/logo(\.png)?$/.test(url.pathname)
  if (!isLogo) return route.abort()
  const colour = url.pathname === '/logo.png' ? '#1d3029' : '#285f52'
  const mark = '<circle cx="24" cy="24" r="10" fill="#e8c06a"/>'
  const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path fill="${colour}" d="M0 0h48v48H0z"/>${mark}</svg>`
  return route.fulfill({ contentType: 'image/svg+xml', body })
}
