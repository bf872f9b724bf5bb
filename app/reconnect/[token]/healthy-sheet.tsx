import { Assurance, Assurances, Sheet } from '../../_link/sheet.tsx'
import { ButtonLink } from '../../_ui/button.tsx'
import { ConnectionPicture } from './connection-picture.tsx'
import type { Parties } from './parties.tsx'

type HealthySheetProps = {
  parties: Parties
  title: string
  lead: string
  banks: string
  /** Where the sheet was a wide one before. */
  aside?: { label: string; close: string }
}

/** For a connection that works again before the person did anything here. */
export function HealthySheet({ parties, title, lead, banks, aside }: HealthySheetProps) {
  return (
    <Sheet
      picture={<ConnectionPicture parties={parties} position="closed" state="healthy" />}
      title={title}
      lead={lead}
      aside={
        aside && {
          label: aside.label,
          content: (
            <Assurances>
              <Assurance icon="check">{aside.close}</Assurance>
            </Assurances>
          ),
        }
      }
      act={
        <ButtonLink href="/dashboard" variant="primary" size="xl" block>
          {banks}
        </ButtonLink>
      }
    />
  )
}
