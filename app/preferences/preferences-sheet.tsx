import type { ReactNode } from 'react'
import type { Preferences } from '#lib/features/accounts/read-preferences.ts'
import { pushPublicKey } from '#lib/features/notices/push-subscriptions.ts'
import { wordsIn } from '#messages/words.ts'
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
  const t = wordsIn(language)
  const words = {
    save: t('preferences.save'),
    saving: t('preferences.saving'),
    outcomes: {
      saved: t('preferences.saved'),
      saved_silent: t('preferences.savedSilent'),
      invalid: t('preferences.problems.invalid'),
      too_many: t('preferences.problems.too_many'),
      unknown: t('preferences.problems.unknown'),
      broken: t('preferences.problems.broken'),
    },
  }
  const { wantsEmail, wantsPush, endpoints, timeZone } = preferences
  return (
    <MessageSheet title={t('preferences.title')} lead={t('preferences.lead')} language={language} end={end}>
      <SaveForm token={token} words={words}>
        <Choices
          // React puts a select back to what it first was: with other choices it is another one.
          key={[language, wantsEmail, wantsPush, preferences.language, timeZone].join()}
          preferences={preferences}
          address={address}
          language={language}
          automaticLanguage={languageFor({ ...preferences, language: null }, browser)}
          asksPush={pushPublicKey() !== null && endpoints.length > 0}
        />
      </SaveForm>
      {children}
    </MessageSheet>
  )
}
