import { Sheet } from '../../_link/sheet.tsx'
import { brand } from '../../_ui/brand.ts'
import { ButtonLink } from '../../_ui/button.tsx'
import { Accounts } from './accounts.tsx'
import { ConnectionPicture } from './connection-picture.tsx'
import { jointPositionOf, Lead } from './invitation.tsx'
import { type PageFacts, titleOf } from './page-facts.ts'
import { partiesOf } from './parties.tsx'

/** For a connection that cannot come back: the way is a new one. */
export function UnsupportedSheet({ facts }: { facts: PageFacts }) {
  const { page, t } = facts
  const parties = partiesOf(page.institution, brand(), t)
  return (
    <Sheet
      picture={<ConnectionPicture parties={parties} position={jointPositionOf(facts)} state={page.itemState} />}
      title={titleOf(page, t)}
      lead={<Lead facts={facts} />}
      act={
        <ButtonLink href="/dashboard" variant="primary" size="xl" block>
          {t('reconnect.button.anew')}
        </ButtonLink>
      }
    >
      <Accounts facts={facts} />
    </Sheet>
  )
}
