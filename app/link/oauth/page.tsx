import type { Metadata } from 'next'
import { linkScriptUrl } from '../../_ui/link-script.ts'
import { nonce } from '../../_ui/nonce.ts'
import { PersonShell } from '../../_ui/person-shell.tsx'
import { OAuthReturn } from './oauth-return.client.tsx'

export const metadata: Metadata = { title: 'Back from your bank' }

/** Where a bank with a sign-in page of its own sends the person back to. Plaid's `redirect_uri`. */
export default async function OAuthReturnPage() {
  return (
    <PersonShell className="reconnect">
      <main>
        <OAuthReturn source={{ scriptUrl: linkScriptUrl(), nonce: await nonce() }} />
      </main>
    </PersonShell>
  )
}
