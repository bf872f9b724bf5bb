import type { Metadata } from 'next'
import { wordsIn } from '#messages/words.ts'
import { pageLanguage } from '../../_languages/page-language.ts'
import { linkScriptUrl } from '../../_ui/link-script.ts'
import { nonce } from '../../_ui/nonce.ts'
import { PersonShell } from '../../_ui/person-shell.tsx'
import { OAuthReturn } from './oauth-return.client.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsIn(await pageLanguage())('reconnect.returned.title') }
}

/** Where a bank with a sign-in page of its own sends the person back to. Plaid's `redirect_uri`. */
export default async function OAuthReturnPage() {
  const language = await pageLanguage()
  const t = wordsIn(language)
  const words = {
    title: t('reconnect.returned.title'),
    lead: t('reconnect.returned.lead'),
    needsScript: t('reconnect.returned.needsScript'),
    saving: t('reconnect.returned.saving'),
    wait: t('reconnect.returned.wait'),
    lost: t('reconnect.returned.lost'),
    lostLead: t('reconnect.returned.lostLead'),
    notConnected: t('reconnect.returned.notConnected'),
    banks: t('reconnect.button.banks'),
  }
  return (
    <PersonShell className="reconnect" language={language}>
      <main>
        <OAuthReturn source={{ scriptUrl: linkScriptUrl(), nonce: await nonce() }} words={words} />
      </main>
    </PersonShell>
  )
}
