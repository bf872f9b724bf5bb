'use client'

import type { Advice } from '#lib/domain/advice.ts'
import type { ItemState } from '#lib/domain/item-state.ts'
import { Sheet } from '../../_link/sheet.tsx'
import { Button, ButtonLink } from '../../_ui/button.tsx'
import type { JointPosition } from '../../_ui/joint.tsx'
import { ConnectionPicture } from './connection-picture.tsx'
import type { FlowWords } from './flow-words.tsx'
import type { Parties } from './parties.tsx'
import { StartButton } from './start-button.client.tsx'

type AdvicePaneProps = {
  advice: Advice
  words: FlowWords
  parties: Parties
  itemState: ItemState
  position: JointPosition
  isBusy: boolean
  onStart: () => void
  onHosted: () => void
}

/** At these the next step is not another try here, so the button does not call for it. */
const quiet: readonly Advice[] = ['item_locked', 'password_reset', 'user_setup', 'bank_first', 'outage', 'stop']
/** These came by themselves because something failed, so that they are said at once. */
const failures: readonly Advice[] = ['blocked', 'other']

/** Link was left before the end: why, as far as we know it, and the way on. Nothing has changed yet. */
export function AdvicePane({ advice, words, parties, isBusy, onStart, onHosted, ...joint }: AdvicePaneProps) {
  const { title, lead, again, body, aside } = words.advice[advice]
  return (
    <Sheet
      picture={
        advice === 'three_checks' ? (
          <p className="eyebrow">
            {parties.bank.smallTile}
            {parties.bank.name}
          </p>
        ) : (
          <ConnectionPicture
            parties={parties}
            position={joint.position}
            state={advice === 'outage' ? 'outage' : joint.itemState}
            isBusy={isBusy}
          />
        )
      }
      title={title}
      lead={lead}
      alert={failures.includes(advice)}
      aside={{
        label: words.adviceAside,
        content: (
          <>
            {aside}
            {words.handover}
          </>
        ),
      }}
      act={
        <>
          {again === null ? (
            <ButtonLink href="/dashboard" variant="primary" size="xl" block>
              {words.anew}
            </ButtonLink>
          ) : (
            <StartButton
              words={again}
              opening={words.opening}
              isQuiet={quiet.includes(advice)}
              isBusy={isBusy}
              onStart={onStart}
            />
          )}
          {advice === 'blocked' ? (
            <Button size="xl" block onClick={onHosted}>
              {words.hosted}
            </Button>
          ) : null}
          {again !== null && !quiet.includes(advice) ? <p className="fine">{words.worksUntil}</p> : null}
        </>
      }
    >
      {body}
    </Sheet>
  )
}
