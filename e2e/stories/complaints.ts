import { type BrowserContext, expect } from '@playwright/test'

// The browser notes every answer of 400 and more; whether that was right is for the story to say.
const expected = /^Failed to load resource/

/** Keeps what the pages of a browser complain about on their console: errors, refused content, failed hydration. */
export function listenFor(context: BrowserContext) {
  const complaints: string[] = []
  context.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !expected.test(text)) complaints.push(`${text} (${message.page()?.url()})`)
  })
  context.on('weberror', (error) => complaints.push(`${error.error().message} (${error.page()?.url()})`))
  return { assertNone: () => expect(complaints, 'complaints on the console').toEqual([]) }
}
