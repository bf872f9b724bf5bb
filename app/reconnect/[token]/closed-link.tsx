import type { ReactNode } from 'react'
import { Assurance, Assurances, Sheet, Stamp } from '../../_link/sheet.tsx'
import { ButtonLink } from '../../_ui/button.tsx'
import type { IconName } from '../../_ui/icon-drawings.tsx'

/** Ways for a reconnect link to be worth nothing. */
type ClosedState = 'expired' | 'superseded' | 'used' | 'unknown'

export const closedLinkTitles: Record<ClosedState, string> = {
  expired: 'This link has run out',
  superseded: 'There is a newer link',
  used: 'This link has done its work',
  unknown: 'This link isn’t whole',
}

const leads: Record<ClosedState, string> = {
  expired:
    'Links in our e-mails last seven days, so that an old one can’t open anything. Sign in, and you can go on from there.',
  superseded: 'We have sent you another e-mail since. The button in that one works; this one is closed.',
  used: 'Each link is good for putting one thing right, and this one is done. If a bank needs you again, sign in and you’ll see it.',
  unknown:
    'A piece of it may have got lost on the way. Open it from the e-mail once more, or sign in and go on from there.',
}

const icons: Record<ClosedState, IconName> = { expired: 'clock', superseded: 'mail', used: 'check', unknown: 'link' }

/** Names neither bank nor address: whoever holds an old link learns nothing. */
export function ClosedLink({ state }: { state: ClosedState }) {
  return (
    <Sheet
      picture={<Stamp icon={icons[state]} />}
      title={closedLinkTitles[state]}
      lead={leads[state]}
      act={
        <ButtonLink href="/sign-in" variant="primary" size="xl" block>
          Sign in
        </ButtonLink>
      }
    >
      <Assurances>
        {hints[state]}
        <Assurance icon="lock">Opening an old link changes nothing.</Assurance>
      </Assurances>
    </Sheet>
  )
}

const hints: Record<ClosedState, ReactNode> = {
  expired: <Assurance icon="mail">Had several e-mails from us? The link in the newest one may still work.</Assurance>,
  superseded: <Assurance icon="mail">Look for the newest e-mail about your bank; its date tells.</Assurance>,
  used: null,
  unknown: (
    <Assurance icon="mail">
      Some mail programs break long links. Its button is safer than the address below it.
    </Assurance>
  ),
}
