import { headers } from 'next/headers'
import { cache } from 'react'
import type { Language } from '#lib/domain/language.ts'
import { readPreferences } from '#lib/features/accounts/read-preferences.ts'
import { readPreferencesOwner } from '#lib/features/accounts/read-preferences-owner.ts'
import { readLinkOwner } from '#lib/features/reconnect/read-reconnect-page.ts'
import { currentUser } from '../_auth/require-user.ts'
import { browserLanguage } from '../_browser/browser-language.ts'
import { languageFor } from './language-for.ts'
import { pathHeader } from './path-header.ts'

type Reader = (token: string) => Promise<string | null> | string | null

const signedIn: Reader = async () => (await currentUser())?.userId ?? null

/** The pages that are there in every language, each with how it knows its reader; the rest are in English. */
const translated: [RegExp, Reader][] = [
  [/^\/preferences\/([^/]+)$/, readPreferencesOwner],
  [/^\/reconnect\/([^/]+)$/, (token) => readLinkOwner(token, new Date())],
  [/^\/preferences$/, signedIn],
  [/^\/help(?:\/|$)/, signedIn],
  [/^\/link\/(?:oauth|done)$/, signedIn],
]

/** A person's preferences, read once for all that a page shows. */
export const preferencesOf = cache(readPreferences)

/**
 * The language of the page that is being made: what its person chose, else what this browser asks for, else what it
 * asked for before, else PLAID_LANGUAGE.
 */
export const pageLanguage = cache(async (): Promise<Language> => {
  const path = (await headers()).get(pathHeader) ?? ''
  const found = translated.map(([form, reader]) => ({ match: form.exec(path), reader })).find(({ match }) => match)
  if (!found) return 'en'
  const userId = await found.reader(found.match?.[1] ?? '')
  const preferences = userId ? await preferencesOf(userId) : null
  return languageFor(preferences, await browserLanguage())
})
