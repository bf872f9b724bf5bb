import type { Metadata } from 'next'
import { ButtonLink } from './_ui/button.tsx'
import { MessageSheet, Stamp } from './_ui/message-sheet.tsx'

export const metadata: Metadata = { title: 'Nothing here' }

/** For addresses that lead nowhere, and for things that are not this person's. */
export default function NotFound() {
  return (
    <MessageSheet
      picture={<Stamp icon="search" />}
      title="There is nothing here"
      lead="The address may be old, or a letter of it got lost."
    >
      <ButtonLink href="/" size="xl" block>
        Go to the start
      </ButtonLink>
    </MessageSheet>
  )
}
