'use client'

import { Assurance, Assurances, Sheet } from '../../_link/sheet.tsx'
import { Icon } from '../../_ui/icon.tsx'
import { LocalTime } from '../../_ui/local-time.client.tsx'
import { ConnectionPicture } from './connection-picture.tsx'
import './accounts.css'
import './checking.css'
import type { FlowWords } from './flow-words.tsx'
import type { Parties } from './parties.tsx'
import { type CheckResult, useCheck } from './use-check.client.ts'

export type Check = {
  linkSessionId: string | null
  /** Null after Plaid's own page, of which we do not know yet how it went. */
  signedInAt: Date | null
}

type CheckingPaneProps = {
  token: string
  check: Check
  words: FlowWords
  parties: Parties
  onResult: (result: CheckResult) => void
}

/** Between Link's success and the proof. Never says "connected" before the server knows. */
export function CheckingPane({ token, check, words: { checking: words }, parties, onResult }: CheckingPaneProps) {
  const { linkSessionId, signedInAt } = check
  useCheck(token, linkSessionId, onResult)
  return (
    <Sheet
      picture={<ConnectionPicture parties={parties} position="near" state="info" />}
      title={words.title}
      lead={signedInAt ? words.lead : words.leadReturned}
      aside={{
        label: words.know,
        content: (
          <Assurances>
            <Assurance icon="clock">{words.patience}</Assurance>
            <Assurance icon="shield">{words.stays}</Assurance>
          </Assurances>
        ),
      }}
    >
      <ul className="list" aria-label={words.label}>
        {signedInAt ? (
          <li>
            <span className="done">
              <Icon name="state-healthy" />
              <span className="sr">{words.done}</span>
            </span>
            <span className="grow name">{words.signedIn}</span>
            <LocalTime at={signedInAt} format="clock" now={signedInAt} className="mask" />
          </li>
        ) : null}
        <li aria-current="step">
          <span className="wait">
            <span className="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
          </span>
          <span className="grow name">{words.answers}</span>
        </li>
        <li className="later">
          <span className="hollow" />
          <span className="grow name">{words.accounts}</span>
        </li>
      </ul>
    </Sheet>
  )
}
