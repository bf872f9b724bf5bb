import type { Metadata } from 'next'
import Link from 'next/link'
import { signInLinkMinutes } from '#lib/features/accounts/send-sign-in-mail.ts'
import { brand } from '../../_ui/brand.ts'
import { Aside, MessageSheet, Stamp } from '../../_ui/message-sheet.tsx'
import { readAsked } from '../asked-cookie.ts'
import { SendAgain } from './send-again.client.tsx'

export const metadata: Metadata = { title: 'Check your e-mail' }

/** After asking for a link. It reads the same whether we know the address or not. */
export default async function CheckMailPage() {
  const asked = await readAsked()
  return (
    <MessageSheet
      picture={<Stamp icon="mail" />}
      title="Check your e-mail"
      lead={
        <>
          A link is on its way to {asked ? <strong>{asked.email}</strong> : 'your address'}. It works once, for{' '}
          {signInLinkMinutes} minutes; open it on the device where you want to go on.
        </>
      }
    >
      {asked && asked.times > 1 ? <p role="status">We’ve sent another one, just now. Open the newest.</p> : null}
      {asked ? <SendAgain key={asked.times} email={asked.email} next={asked.next} /> : null}
      <Aside icon="help">
        Nothing there? Look in spam for mail from {brand().name}, or <Link href="/sign-in">use another address</Link>.
      </Aside>
    </MessageSheet>
  )
}
