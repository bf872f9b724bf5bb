'use client'

import type { ReactNode } from 'react'
import type { ItemState } from '#lib/domain/item-state.ts'
import { Sheet } from '../../_link/sheet.tsx'
import type { JointPosition } from '../../_ui/joint.tsx'
import { ConnectionPicture } from './connection-picture.tsx'
import type { Parties } from './parties.tsx'
import { StartButton } from './start-button.client.tsx'

/** The first view as the server has written it. */
export type InvitationWords = {
  title: string
  lead: ReactNode
  body: ReactNode
  aside: ReactNode
  asideLabel: string
  again: string
  /** The main button waits until the person has been at the bank, so it stays quiet. */
  isQuiet: boolean
  /** Under the button. */
  fine: ReactNode
  /** For a browser without script. */
  noScript: ReactNode
}

type InvitationPaneProps = {
  words: InvitationWords
  parties: Parties
  itemState: ItemState
  position: JointPosition
  opening: string
  aside: { label: string; content: ReactNode }
  isBusy: boolean
  onStart: () => void
}

/** The first view: what happened, and one button. */
export function InvitationPane({
  words,
  parties,
  itemState,
  position,
  opening,
  aside,
  isBusy,
  onStart,
}: InvitationPaneProps) {
  return (
    <Sheet
      picture={<ConnectionPicture parties={parties} position={position} state={itemState} isBusy={isBusy} />}
      title={words.title}
      lead={words.lead}
      aside={aside}
      act={
        <>
          <StartButton
            words={words.again}
            opening={opening}
            isQuiet={words.isQuiet}
            isBusy={isBusy}
            onStart={onStart}
          />
          {words.noScript}
          {words.fine}
        </>
      }
    >
      {words.body}
    </Sheet>
  )
}
