'use client'

import { Assurance, Assurances, Sheet } from '../../_link/sheet.tsx'
import { Button } from '../../_ui/button.tsx'
import { ConnectionPicture } from './connection-picture.tsx'
import type { FlowWords } from './flow-words.tsx'
import type { Parties } from './parties.tsx'
import { refusalWords } from './refused-pane.client.tsx'
import { SentenceButton } from './sentence-button.tsx'

type NotYetPaneProps = {
  /** The code with which we could not even ask; null when the bank answered, only not with data. */
  trouble: string | null
  words: FlowWords
  parties: Parties
  isBusy: boolean
  onStart: () => void
  onCheck: () => void
}

/** The person has signed in, and the bank does not let data through yet. */
export function NotYetPane({ trouble, words, parties, isBusy, onStart, onCheck }: NotYetPaneProps) {
  const { notYet } = words
  const [beforeButton = '', afterButton = ''] = notYet.again.split('{button}')
  return (
    <Sheet
      picture={<ConnectionPicture parties={parties} position="near" state="info" />}
      title={notYet.title}
      lead={trouble ? refusalWords(trouble, words) : notYet.lead}
      alert={trouble !== null}
      aside={{
        label: words.adviceAside,
        content: (
          <Assurances>
            <Assurance icon="clock">{notYet.wait}</Assurance>
            <Assurance icon="bank">
              {beforeButton}
              <SentenceButton type="button" aria-busy={isBusy || undefined} onClick={() => !isBusy && onStart()}>
                {notYet.againButton}
              </SentenceButton>
              {afterButton}
            </Assurance>
          </Assurances>
        ),
      }}
      act={
        <>
          <Button variant="primary" size="xl" block onClick={onCheck}>
            {notYet.button}
          </Button>
          <p className="fine">{notYet.close}</p>
        </>
      }
    />
  )
}
