import { join } from 'node:path'
import type { Browser, Page, ViewportSize } from '@playwright/test'
import { type Language, languages } from '#lib/domain/language.ts'
import { step } from '../../stack/steps.ts'
import { inTurns } from '../../testing/in-turns.ts'
import type { Picture, Section } from '../gallery-page.ts'
import { hangGallery } from '../hang-gallery.ts'
import type { Place } from './lose.ts'
import { makePlaces } from './places.ts'
import { type Scene, scenes } from './scenes.ts'
import { openWorlds } from './worlds.ts'

const pagesAtOnce = 2
const patienceMs = 60_000
const locales: Record<Language, string> = { en: 'en-GB', es: 'es-ES', fr: 'fr-FR' }
const devices = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } }
const schemes = ['light', 'dark'] as const

/**
 * Draws every state of the reconnect page in every language, light and dark, on a phone and on a desktop.
 * @param only a part of the name of the states that shall be drawn
 * @returns what was drawn, and where to look
 */
export function drawReconnect(only: string): Promise<string> {
  const wanted = scenes.filter(({ name }) => name.includes(only))
  return hangGallery('reconnect', async (browser, folder) => {
    const worlds = await openWorlds(browser)
    try {
      const make = () =>
        makePlaces(
          worlds,
          wanted.map(({ at }) => at),
        )
      const places = await step('links', make, ({ size }) => `${size} places`)
      const draw = () => drawAll(browser, wanted, (scene) => places.get(scene.at), folder)
      return await step('pictures', draw, (sections) => `${sections.length} states`)
    } finally {
      await worlds.close()
    }
  })
}

async function drawAll(
  browser: Browser,
  wanted: Scene[],
  placeOf: (scene: Scene) => Place | undefined,
  folder: string,
): Promise<Section[]> {
  const sittings = wanted.flatMap((scene) => languages.map((language) => ({ scene, language })))
  const drawn = await inTurns(sittings, pagesAtOnce, async ({ scene, language }) => {
    const place = placeOf(scene)
    return { scene, pictures: place ? await drawScene(browser, scene, place, language, folder) : [] }
  })
  return wanted.map((scene) => ({
    title: scene.name,
    pictures: drawn.filter((one) => one.scene === scene).flatMap(({ pictures }) => pictures),
  }))
}

/** One state in one language: reached once, then looked at in four ways. */
async function drawScene(
  browser: Browser,
  { name, query = '', act, withoutScript }: Scene,
  { address, storageState }: Place,
  language: Language,
  folder: string,
): Promise<Picture[]> {
  const context = await browser.newContext({
    locale: locales[language],
    timezoneId: 'Europe/London',
    viewport: devices.phone,
    reducedMotion: 'reduce',
    javaScriptEnabled: !withoutScript,
    ...(storageState && { storageState }),
  })
  context.setDefaultTimeout(patienceMs)
  try {
    const page = await context.newPage()
    await page.goto(address + query, { waitUntil: 'networkidle' })
    await act?.(page)
    return await takeLooks(page, name, language, folder)
  } catch (error) {
    throw new Error(`“${name}” could not be drawn in ${language}`, { cause: error })
  } finally {
    await context.close()
  }
}

/** Small and large, light and dark. */
async function takeLooks(page: Page, name: string, language: Language, folder: string): Promise<Picture[]> {
  const pictures: Picture[] = []
  for (const [device, viewport] of Object.entries(devices)) {
    await page.setViewportSize(viewport)
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme })
      const marks = [language, device, colorScheme]
      const file = `${name.replace(/[^a-z_]+/gi, '-')}.${marks.join('.')}.png`
      await showWhole(page, viewport)
      await page.screenshot({ path: join(folder, file), animations: 'disabled' })
      pictures.push({ file, marks })
    }
  }
  return pictures
}

/** The window becomes as high as the page, so that what sticks to its edge covers nothing. */
async function showWhole(page: Page, { width, height }: ViewportSize): Promise<void> {
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete))
  const heightOfPage = () => page.evaluate(() => document.documentElement.scrollHeight)
  // In a higher window the page may begin lower, and need more.
  for (let shown = height, needed = await heightOfPage(); needed > shown; needed = await heightOfPage()) {
    shown = needed
    await page.setViewportSize({ width, height: shown })
  }
}
