'use client'

import Link from 'next/link'
import type { ReactNode, Ref } from 'react'
import type { ExitMeaning } from '../../_link/link-end.ts'
import { Assurance, Assurances, Sheet } from '../../_link/sheet.tsx'
import { ButtonLink } from '../../_ui/button.tsx'
import { BankFirstAside, BankFirstSteps } from './bank-first.tsx'
import { ConnectionPicture } from './connection-picture.tsx'
import type { InvitationProps, StartProps } from './invitation-pane.client.tsx'
import type { Parties } from './parties.tsx'
import { StartButton } from './start-button.client.tsx'
import { stoppedWords } from './stopped-words.ts'

type InvitationWords = Omit<InvitationProps, 'token' | 'source'>

type StoppedPaneProps = InvitationWords &
  StartProps & { titleRef: Ref<HTMLHeadingElement>; meaning: ExitMeaning; errorCode: string | null }

/** Link was left before the end: why, as far as we know it, and the way on. Nothing has changed yet. */
export function StoppedPane({ meaning, errorCode, isBusy, onStart, titleRef, ...invitation }: StoppedPaneProps) {
  const { parties, itemState, position, worksUntil } = invitation
  const words = stoppedWords(meaning, errorCode, parties.bank.name)
  const state = meaning === 'outage' ? 'outage' : itemState
  const more = moreWords(meaning, errorCode, invitation)
  return (
    <Sheet
      picture={
        <ConnectionPicture parties={parties} position={isBusy ? 'near' : position} state={isBusy ? 'info' : state} />
      }
      title={words.title}
      titleRef={titleRef}
      lead={words.lead}
      alert={words.failed}
      aside={more.aside ? { label: 'Good to know', content: more.aside } : undefined}
      act={
        <>
          {words.again ? (
            <StartButton words={words.again} isQuiet={isQuiet(meaning)} isBusy={isBusy} onStart={onStart} />
          ) : (
            <ButtonLink href="/dashboard" variant="primary" size="xl" block>
              Connect the bank anew
            </ButtonLink>
          )}
          {words.again && meaning !== 'bank_first' ? <p className="fine">This link works until {worksUntil}.</p> : null}
        </>
      }
    >
      {more.body}
    </Sheet>
  )
}

/** At these the next step is not the person's here, so the button does not call for it. */
function isQuiet(meaning: ExitMeaning): boolean {
  return meaning === 'bank_first' || meaning === 'outage'
}

type MoreWords = { body?: ReactNode; aside?: ReactNode }

function moreWords(meaning: ExitMeaning, errorCode: string | null, invitation: InvitationWords): MoreWords {
  switch (meaning) {
    case 'left':
      return { body: invitation.body, aside: invitation.aside }
    case 'bank_first':
      return {
        body: <BankFirstSteps errorCode={errorCode} />,
        aside: <BankFirstAside worksUntil={invitation.worksUntil} />,
      }
    case 'wrong_details':
    case 'other_username':
      return { aside: <SignInHelp /> }
    case 'nothing_shared':
    case 'dead_token':
      return { aside: invitation.aside }
    case 'wrong_code':
    case 'cannot_return':
    case 'outage':
    case 'blocked':
    case 'other':
      return {}
  }
}

function SignInHelp() {
  return (
    <Assurances>
      <Assurance icon="key">
        Forgot the password? Set a new one at your bank, then come back. This page waits.
      </Assurance>
      <Assurance icon="help">
        Fails again and again? <Link href="/help/invalid-credentials">Three things to check</Link>.
      </Assurance>
    </Assurances>
  )
}

type RefusedPaneProps = StartProps & { parties: Parties; titleRef: Ref<HTMLHeadingElement>; message: string }

/** Our server could not open Link; its sentence says why. */
export function RefusedPane({ parties, titleRef, message, isBusy, onStart }: RefusedPaneProps) {
  return (
    <Sheet
      picture={
        <ConnectionPicture parties={parties} position={isBusy ? 'near' : 'open'} state={isBusy ? 'info' : 'removed'} />
      }
      title="That didn’t work just now"
      titleRef={titleRef}
      lead={message}
      alert
      act={<StartButton words="Try again" isBusy={isBusy} onStart={onStart} />}
    />
  )
}
