import type { Metadata } from 'next'
import { maskedAddress } from '#lib/domain/masked-address.ts'
import { readPreferencesOwner } from '#lib/features/accounts/read-preferences-owner.ts'
import { wordsIn } from '#messages/words.ts'
import { pageLanguage, preferencesOf } from '../../_languages/page-language.ts'
import { ButtonLink } from '../../_ui/button.tsx'
import { Aside, MessageSheet, Stamp } from '../../_ui/message-sheet.tsx'
import { PreferencesSheet } from '../preferences-sheet.tsx'

type MailPreferencesPageProps = { params: Promise<{ token: string }> }

export async function generateMetadata({ params }: MailPreferencesPageProps): Promise<Metadata> {
  const t = wordsIn(await pageLanguage())
  return { title: (await read((await params).token)) ? t('preferences.title') : t('preferences.unknownLink.title') }
}

/** Where a mail's link leads, without a sign-in. Mail scanners open it too, so opening it changes nothing. */
export default async function MailPreferencesPage({ params }: MailPreferencesPageProps) {
  const { token } = await params
  const preferences = await read(token)
  const language = await pageLanguage()
  const t = wordsIn(language)
  if (!preferences) {
    return (
      <MessageSheet
        picture={<Stamp icon="link" />}
        title={t('preferences.unknownLink.title')}
        lead={t('preferences.unknownLink.lead')}
        language={language}
      >
        <ButtonLink href="/preferences" variant="primary" size="xl" block>
          {t('preferences.unknownLink.button')}
        </ButtonLink>
      </MessageSheet>
    )
  }
  return (
    <PreferencesSheet preferences={preferences} address={maskedAddress(preferences.email)} token={token}>
      <Aside icon="mail">{t('preferences.passedOn')}</Aside>
    </PreferencesSheet>
  )
}

function read(token: string) {
  const userId = readPreferencesOwner(token)
  return userId ? preferencesOf(userId) : null
}
