'use client'

import Link from 'next/link'
import type { Ref } from 'react'
import type { ExitMeaning } from '../../_link/link-end.ts'
import { Assurance, Assurances, Sheet } from '../../_link/sheet.tsx'
import { ButtonLink } from '../../_ui/button.tsx'
import { BankFirstSteps } from './bank-first.tsx'
import { ConnectionPicture } from './connection-picture.tsx'
import type { InvitationProps, StartProps } from './invitation-pane.client.tsx'
import type { Parties } from './parties.tsx'
import { StartButton } from './start-button.client.tsx'
import { stoppedWords } from './stopped-words.ts'

type StoppedPaneProps = Omit<InvitationProps, 'token' | 'source'> &
  StartProps & { titleRef: Ref<HTMLHeadingElement>; meaning: ExitMeaning; errorCode: string | null }

/** Link was left before the end: why, as far as we know it, and the way on. Nothing has changed yet. */
export function StoppedPane({ meaning, errorCode, isBusy, onStart, titleRef, ...invitation }: StoppedPaneProps) {
  const { parties, itemState, position, worksUntil, aside } = invitation
  const words = stoppedWords(meaning, errorCode, parties.bank.name)
  const state = meaning === 'outage' ? 'outage' : itemState
  return (
    <Sheet
      picture={
        <ConnectionPicture parties={parties} position={isBusy ? 'near' : position} state={isBusy ? 'info' : state} />
      }
      title={words.title}
      titleRef={titleRef}
      lead={words.lead}
      alert={words.failed}
      aside={{ label: 'Good to know', content: aside }}
      act={
        <>
          {words.again ? (
            <StartButton words={words.again} isQuiet={isQuiet(meaning)} isBusy={isBusy} onStart={onStart} />
          ) : (
            <ButtonLink href="/dashboard" variant="primary" size="xl" block>
              Connect the bank anew
            </ButtonLink>
          )}
          <p className="fine">This link works until {worksUntil}.</p>
        </>
      }
    >
      {meaning === 'bank_first' ? <BankFirstSteps errorCode={errorCode} /> : null}
      {words.help ? <ThreeThings /> : null}
    </Sheet>
  )
}

function isQuiet(meaning: ExitMeaning): boolean {
  return meaning === 'bank_first' || meaning === 'outage'
}

function ThreeThings() {
  return (
    <Assurances>
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
