import type { Ref } from 'react'
import { Sheet } from '../../_link/sheet.tsx'
import { ButtonLink } from '../../_ui/button.tsx'
import { ConnectionPicture } from './connection-picture.tsx'
import type { Parties } from './parties.tsx'

export const healthyTitle = 'Nothing to do here'

type HealthySheetProps = { parties: Parties; titleRef?: Ref<HTMLHeadingElement> }

/** For a connection that works again before the person did anything here. */
export function HealthySheet({ parties, titleRef }: HealthySheetProps) {
  return (
    <Sheet
      picture={<ConnectionPicture parties={parties} position="closed" state="healthy" />}
      title={healthyTitle}
      titleRef={titleRef}
      lead={`${parties.bank.name} is already connected. It was put right before, perhaps in another app or on another device.`}
      act={<SeeAllBanks />}
    />
  )
}

/** The way on when there is nothing left to do. */
export function SeeAllBanks() {
  return (
    <ButtonLink href="/dashboard" variant="primary" size="xl" block>
      See all my banks
    </ButtonLink>
  )
}
