import type { ReactNode } from 'react'
import { env } from '#lib/env.ts'
import type { Preferences } from '#lib/features/accounts/read-preferences.ts'
import { translator } from '#messages/words.ts'
import { browserLanguage } from '../_browser/browser-language.ts'
import { languageFor } from '../_languages/language-for.ts'
import { pageLanguage } from '../_languages/page-language.ts'
import { MessageSheet } from '../_ui/message-sheet.tsx'
import { Choices } from './choices.tsx'
import './preferences.css'
import { SaveForm } from './save-form.client.tsx'

type PreferencesSheetProps = {
  preferences: Preferences
  address: string
  token: string | null
  end?: ReactNode
  /** Under the form. */
  children: ReactNode
}

/** What we may send a person, how, and in which words; whoever it is that opened the page. */
export async function PreferencesSheet({ preferences, address, token, end, children }: PreferencesSheetProps) {
  const [language, browser] = await Promise.all([pageLanguage(), browserLanguage()])
  const t = translator(language, 'preferences')
  const words = {
    save: t('save'),
    saving: t('saving'),
    outcomes: {
      saved: t('saved'),
      saved_silent: t('savedSilent'),
      invalid: t('problems.invalid'),
      too_many: t('problems.too_many'),
      unknown: t('problems.unknown'),
      broken: t('problems.broken'),
    },
  }
  const { wantsEmail, wantsPush, endpoints, timeZone } = preferences
  return (
    <MessageSheet title={t('title')} lead={t('lead')} language={language} end={end}>
      <SaveForm token={token} words={words}>
        <Choices
          // React puts a select back to what it first was: with other choices it is another one.
          key={[language, wantsEmail, wantsPush, preferences.language, timeZone].join()}
          preferences={preferences}
          address={address}
          language={language}
          automaticLanguage={languageFor({ ...preferences, language: null }, browser)}
          asksPush={env().VAPID !== null && endpoints.length > 0}
        />
      </SaveForm>
      {children}
    </MessageSheet>
  )
}
