import type { Page } from '@playwright/test'

/**
 * What a camera would see of a picture.
 * @param page any blank page: a browser can take a PNG apart
 */
export async function readPixels(page: Page, png: Buffer) {
  const { width, height, data } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
    if (!context) throw new Error('this browser draws nothing')
    context.drawImage(picture, 0, 0)
    const { width, height, data } = context.getImageData(0, 0, picture.width, picture.height)
    return { width, height, data: [...data] }
  }, png.toString('base64'))
  return { width, height, data: Uint8ClampedArray.from(data) }
}
