'use client'

import Link from 'next/link'
import type { ReactNode, Ref } from 'react'
import { Assurance, Assurances, Sheet } from '../../_link/sheet.tsx'
import { Button } from '../../_ui/button.tsx'
import { ConnectionPicture } from './connection-picture.tsx'
import type { StartProps } from './invitation-pane.client.tsx'
import type { Parties } from './parties.tsx'

type NotYetPaneProps = StartProps & {
  parties: Parties
  titleRef: Ref<HTMLHeadingElement>
  /** Why we could not even ask; null when the bank answered, only not with data. */
  trouble: string | null
  worksUntil: ReactNode
  onCheck: () => void
}

/** The person has signed in, and the bank does not let data through yet. */
export function NotYetPane({ parties, titleRef, trouble, worksUntil, isBusy, onStart, onCheck }: NotYetPaneProps) {
  return (
    <Sheet
      picture={<ConnectionPicture parties={parties} position="near" state="info" />}
      title="Not yet"
      titleRef={titleRef}
      lead={
        trouble ??
        `You’re signed in, but ${parties.bank.name} lets no new data through yet. Some banks need a few minutes for that.`
      }
      alert={trouble !== null}
      act={
        <>
          <Button variant="primary" size="xl" block onClick={onCheck}>
            Check again
          </Button>
          <p className="fine">You may close this page. Your link works until {worksUntil}.</p>
        </>
      }
    >
      <Assurances>
        <Assurance icon="clock">Wait a minute or two, then check again.</Assurance>
        <Assurance icon="bank">
          Still nothing?{' '}
          <button
            type="button"
            className="link-btn underline"
            aria-busy={isBusy || undefined}
            onClick={() => !isBusy && onStart()}
          >
            Sign in once more
          </button>{' '}
          and leave every account ticked.
        </Assurance>
        <Assurance icon="help">
          Fails again and again? <Link href="/help/invalid-credentials">Three things to check</Link>.
        </Assurance>
      </Assurances>
    </Sheet>
  )
}
