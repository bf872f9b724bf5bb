'use client'

import type { ReactNode } from 'react'
import { Sheet } from '../../_link/sheet.tsx'
import { ConnectionPicture } from './connection-picture.tsx'
import type { FlowWords } from './flow-words.tsx'
import type { Parties } from './parties.tsx'
import { StartButton } from './start-button.client.tsx'

type RefusedPaneProps = {
  code: string
  words: FlowWords
  parties: Parties
  aside: { label: string; content: ReactNode }
  isBusy: boolean
  onStart: () => void
}

/** Our server could not open Link; a sentence says why, by the code of its answer. */
export function RefusedPane({ code, words, parties, aside, isBusy, onStart }: RefusedPaneProps) {
  return (
    <Sheet
      picture={<ConnectionPicture parties={parties} position="open" state="removed" isBusy={isBusy} />}
      title={words.refusedTitle}
      lead={refusalWords(code, words)}
      alert
      aside={aside}
      act={
        <>
          <StartButton words={words.again} opening={words.opening} isBusy={isBusy} onStart={onStart} />
          <p className="fine">{words.worksUntil}</p>
        </>
      }
    />
  )
}

/** The sentence for one of our server's codes. */
export function refusalWords(code: string, { refused, refusedOther }: FlowWords): string {
  return refused[code] ?? refusedOther
}
