import type { Metadata } from 'next'
import { wordsIn } from '#messages/words.ts'
import { pageLanguage } from '../../_languages/page-language.ts'
import { PersonShell } from '../../_ui/person-shell.tsx'
import { HostedReturn } from './hosted-return.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(await pageLanguage())('reconnect.returned.title') }
}

/** Where Plaid's own page sends the person back to, however it ended there (`completion_redirect_uri`). */
export default async function HostedReturnPage() {
  const language = await pageLanguage()
  const t = wordsIn(language)
  const words = {
    title: t('reconnect.returned.title'),
    lead: t('reconnect.returned.leadDone'),
    needsLink: t('reconnect.returned.needsLink'),
    lost: t('reconnect.returned.lost'),
    lostLead: t('reconnect.returned.lostLead'),
    banks: t('reconnect.button.banks'),
  }
  return (
    <PersonShell className="reconnect" language={language}>
      <main>
        <HostedReturn words={words} />
      </main>
    </PersonShell>
  )
}
