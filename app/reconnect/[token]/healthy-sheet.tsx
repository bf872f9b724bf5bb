import { Sheet } from '../../_link/sheet.tsx'
import { ButtonLink } from '../../_ui/button.tsx'
import { ConnectionPicture } from './connection-picture.tsx'
import type { Parties } from './parties.tsx'

type HealthySheetProps = { parties: Parties; title: string; lead: string; banks: string }

/** For a connection that works again before the person did anything here. */
export function HealthySheet({ parties, title, lead, banks }: HealthySheetProps) {
  return (
    <Sheet
      picture={<ConnectionPicture parties={parties} position="closed" state="healthy" />}
      title={title}
      lead={lead}
      act={
        <ButtonLink href="/dashboard" variant="primary" size="xl" block>
          {banks}
        </ButtonLink>
      }
    />
  )
}
