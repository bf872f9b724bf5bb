import { headers } from 'next/headers'
import { cache } from 'react'
import type { Language } from '#lib/domain/language.ts'
import { findPerson } from '#lib/features/accounts/find-person.ts'
import { readPreferences } from '#lib/features/accounts/read-preferences.ts'
import { currentUser } from '../_auth/require-user.ts'
import { browserLanguage } from '../_browser/browser-language.ts'
import { languageFor } from './language-for.ts'
import { pathHeader } from './path-header.ts'

/** The pages that are there in every language, with what in their address may say whose they are. The rest is English. */
const translated: readonly RegExp[] = [/^\/help(?:\/|$)/, /^\/preferences(?:\/(?<token>[^/]+))?$/]

/** A person's preferences, read once for all that a page shows. */
export const preferencesOf = cache(readPreferences)

/**
 * The language of the page that is being made: what its person chose, else what this browser asks for, else what it
 * asked for before, else PLAID_LANGUAGE.
 */
export const pageLanguage = cache(async (): Promise<Language> => {
  const path = (await headers()).get(pathHeader) ?? ''
  const page = translated.map((pattern) => pattern.exec(path)).find((found) => found !== null)
  if (!page) return 'en'
  const token = page.groups?.token
  const userId = token ? findPerson(token) : (await currentUser())?.userId
  const preferences = userId ? await preferencesOf(userId) : null
  return languageFor(preferences, await browserLanguage())
})
