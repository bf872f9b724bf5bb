import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Route } from '@playwright/test'
import type { Picture, Section } from '../gallery-page.ts'
import { hangGallery } from '../hang-gallery.ts'
import { type GalleryMail, galleryMails } from './gallery-mails.ts'

const devices: Record<string, BrowserContextOptions> = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true },
  tablet: { viewport: { width: 680, height: 900 }, deviceScaleFactor: 1.5 },
}
const schemes = ['light', 'dark'] as const

/**
 * Draws every mail in every language, light and dark, on a phone and on a tablet.
 * @returns what was drawn, and where to look
 */
export function drawMails(): Promise<string> {
  return hangGallery('mails', async (browser, folder) => {
    const drawn = (await galleryMails()).map((mail) => ({ mail, section: sectionOf(mail) }))
    for (const [device, options] of Object.entries(devices)) {
      for (const scheme of schemes) {
        const context = await openContext(browser, { ...options, colorScheme: scheme })
        for (const { mail, section } of drawn) {
          section.pictures.push(await draw(context, mail, [mail.language, device, scheme], folder))
        }
        await context.close()
      }
    }
    return drawn.map(({ section }) => section)
  })
}

function sectionOf({ name, language, subject, push, text }: GalleryMail): Section {
  const remark = push ? `Browser message: ${push.title} / ${push.body}` : ''
  return { title: `${name} (${language}): ${subject}`, remark, pictures: [], text }
}

async function openContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({ ...options, javaScriptEnabled: false })
  await context.route('**/*', answer)
  return context
}

async function draw(context: BrowserContext, mail: GalleryMail, marks: string[], folder: string): Promise<Picture> {
  const file = `${mail.name.replace(/[^a-z]+/gi, '-')}.${marks.join('.')}.png`
  const page = await context.newPage()
  await page.setContent(mail.html, { waitUntil: 'load' })
  await page.screenshot({ path: join(folder, file), fullPage: true })
  await page.close()
  return { file, marks }
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
