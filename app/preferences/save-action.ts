'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { languages } from '#lib/domain/language.ts'
import { limitUse } from '#lib/features/accounts/limit-use.ts'
import { noteBrowser } from '#lib/features/accounts/note-browser.ts'
import { readPreferencesOwner } from '#lib/features/accounts/read-preferences-owner.ts'
import { savePreferences } from '#lib/features/accounts/save-preferences.ts'
import { log } from '#lib/log.ts'
import { currentUser } from '../_auth/require-user.ts'
import { browserLanguage } from '../_browser/browser-language.ts'
import { timeZoneForm } from '../_browser/time-zone-form.ts'

/** What became of a save; `times` tells one from the next. */
export type Saved = {
  outcome: 'saved' | 'saved_silent' | 'invalid' | 'too_many' | 'unknown' | 'broken'
  times: number
} | null

const checkbox = z
  .string()
  .nullable()
  .transform((value) => value !== null)
const automatic = z.literal('').transform(() => null)

const formSchema = z.object({
  token: z.string().max(200).nullable(),
  wantsEmail: checkbox,
  wantsPush: checkbox,
  /** Whether the form asked about browser messages at all. */
  asksPush: checkbox,
  language: z.union([automatic, z.enum(languages)]),
  timeZone: z.union([automatic, timeZoneForm]),
})
const fields = Object.keys(formSchema.shape)

/** Keeps what the form says: for whom its link was made, or for whoever is signed in. Works without script. */
export async function savePreferencesAction(before: Saved, form: FormData): Promise<Saved> {
  const saved = { outcome: await save(form), times: (before?.times ?? 0) + 1 }
  // The page comes back in the language that was chosen.
  refresh()
  return saved
}

async function save(form: FormData): Promise<NonNullable<Saved>['outcome']> {
  const parsed = formSchema.safeParse(Object.fromEntries(fields.map((field) => [field, form.get(field)])))
  if (!parsed.success) return 'invalid'
  const { token, asksPush, wantsEmail, wantsPush, language, timeZone } = parsed.data
  const userId = token === null ? (await currentUser())?.userId : readPreferencesOwner(token)
  if (!userId) return 'unknown'
  if (!(await limitUse('preferences', userId))) return 'too_many'
  try {
    const wishes = { wantsEmail, language, timeZone, ...(asksPush && { wantsPush }) }
    if (!(await savePreferences(userId, wishes, new Date()))) return 'unknown'
    await noteBrowser(userId, { language: await browserLanguage() })
    return wantsEmail || (asksPush && wantsPush) ? 'saved' : 'saved_silent'
  } catch (error) {
    log.error({ err: error }, 'preferences: not saved')
    return 'broken'
  }
}
