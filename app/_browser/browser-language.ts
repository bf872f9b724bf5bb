import { headers } from 'next/headers'
import { after } from 'next/server'
import { languageOfBrowser } from '#lib/domain/accept-language.ts'
import type { Language } from '#lib/domain/language.ts'
import { noteBrowser } from '#lib/features/accounts/note-browser.ts'

/** The language of ours that the browser of this request asks for most; null when it asks for none of them. */
export async function browserLanguage(): Promise<Language | null> {
  return languageOfBrowser((await headers()).get('accept-language'))
}

/**
 * Keeps the language of a signed-in person's browser once the page is on its way. Not for pages that a mail's link
 * opens: scanners open those too, in a language of their own.
 */
export async function noteBrowserLanguage(userId: string): Promise<void> {
  const language = await browserLanguage()
  if (language) after(() => noteBrowser(userId, { language }))
}
