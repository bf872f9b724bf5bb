'use client'

import type { Ref } from 'react'
import { Sheet } from '../../_link/sheet.tsx'
import { Icon } from '../../_ui/icon.tsx'
import { LocalTime } from '../../_ui/local-time.client.tsx'
import { ConnectionPicture } from './connection-picture.tsx'
import './accounts.css'
import './checking.css'
import type { Parties } from './parties.tsx'
import { type CheckResult, useCheck } from './use-check.client.tsx'

type CheckingPaneProps = {
  token: string
  parties: Parties
  titleRef: Ref<HTMLHeadingElement>
  signedInAt: Date
  onResult: (result: CheckResult) => void
}

/** Between Link's success and the proof. Never says "connected" before the server knows. */
export function CheckingPane({ token, parties, titleRef, signedInAt, onResult }: CheckingPaneProps) {
  useCheck(token, onResult)
  return (
    <Sheet
      picture={<ConnectionPicture parties={parties} position="near" state="info" />}
      title="Now we ask your bank"
      titleRef={titleRef}
      lead="You’re signed in. Before we say it works, we make sure that data really comes through."
      act={<p className="fine">Some banks take half a minute.</p>}
      onlyFinePrint
    >
      <ul className="list" aria-label="What we check">
        <li>
          <span className="done">
            <Icon name="state-healthy" />
            <span className="sr">Done:</span>
          </span>
          <span className="grow name">Signed in at your bank</span>
          <LocalTime at={signedInAt} format="clock" now={signedInAt} className="mask" />
        </li>
        <li aria-current="step">
          <span className="wait">
            <span className="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
          </span>
          <span className="grow name">The bank answers us</span>
        </li>
        <li className="later">
          <span className="hollow" />
          <span className="grow name">Your accounts are back</span>
        </li>
      </ul>
    </Sheet>
  )
}
