import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { wordsIn } from '#messages/words.ts'
import { requireUser } from '../_auth/require-user.ts'
import { noteBrowserLanguage } from '../_browser/browser-language.ts'
import { TellTimeZone } from '../_browser/tell-time-zone.client.tsx'
import { pageLanguage, preferencesOf } from '../_languages/page-language.ts'
import { BrowserMessages } from '../_push/browser-messages.tsx'
import { PreferencesSheet } from './preferences-sheet.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(await pageLanguage())('preferences.title') }
}

/** What we may send whoever is signed in, and whether this browser tells them. */
export default async function PreferencesPage() {
  const { userId } = await requireUser('/preferences')
  await noteBrowserLanguage(userId)
  const preferences = (await preferencesOf(userId)) ?? notFound()
  const language = await pageLanguage()
  const back = (
    <Link className="btn ghost lg" href="/dashboard">
      {wordsIn(language)('shell.banks')}
    </Link>
  )
  return (
    <PreferencesSheet preferences={preferences} address={preferences.email} token={null} end={back}>
      <BrowserMessages endpoints={preferences.endpoints} language={language} />
      <TellTimeZone known={preferences.browserTimeZone} />
    </PreferencesSheet>
  )
}
