'use client'

import type { ReactNode } from 'react'
import type { ItemState } from '#lib/domain/item-state.ts'
import type { LinkSource } from '../../_link/link-session.client.tsx'
import { Sheet } from '../../_link/sheet.tsx'
import type { JointPosition } from '../../_ui/joint.tsx'
import { ConnectionPicture } from './connection-picture.tsx'
import type { Parties } from './parties.tsx'
import { StartButton } from './start-button.client.tsx'

/** Everything that the server has written for an open link; most of it is words in place already. */
export type InvitationProps = {
  token: string
  source: LinkSource
  parties: Parties
  itemState: ItemState
  position: JointPosition
  /** The main button waits until the person has been at the bank, so it stays quiet. */
  isBankFirst: boolean
  title: string
  lead: ReactNode
  body: ReactNode
  aside: ReactNode
  worksUntil: ReactNode
  /** Since when data is missing; null where nothing stopped. */
  gapSince: Date | null
}

export type StartProps = { isBusy: boolean; onStart: () => void }

type InvitationPaneProps = Omit<InvitationProps, 'token' | 'source'> & StartProps

/** The first view: what happened, and one button. */
export function InvitationPane({
  parties,
  itemState,
  position,
  isBankFirst,
  isBusy,
  onStart,
  ...words
}: InvitationPaneProps) {
  return (
    <Sheet
      picture={
        <ConnectionPicture
          parties={parties}
          position={isBusy ? 'near' : position}
          state={isBusy ? 'info' : itemState}
        />
      }
      title={words.title}
      lead={words.lead}
      aside={{ label: 'Good to know', content: words.aside }}
      act={
        isBankFirst ? (
          <StartButton words="I’ve done it, continue" isQuiet isBusy={isBusy} onStart={onStart} />
        ) : (
          <>
            <StartButton words="Continue to your bank" isBusy={isBusy} onStart={onStart} />
            <p className="fine">This link works until {words.worksUntil}.</p>
          </>
        )
      }
    >
      {words.body}
    </Sheet>
  )
}
