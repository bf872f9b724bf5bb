import type { ReactNode } from 'react'
import type { InstitutionView } from '#lib/features/items/views.ts'
import type { JointPosition } from '../../_ui/joint.tsx'
import { BrandTile, InstitutionTile } from '../../_ui/tile.tsx'
import type { Words } from './words.ts'

/** The two ends of a connection, drawn by the server: the browser only moves them. */
export type Parties = {
  bank: { name: string; tile: ReactNode; smallTile: ReactNode }
  company: { name: string; tile: ReactNode }
  /** The picture of both as a sentence. */
  sayings: Record<JointPosition, string>
}

/** The bank and the company that a reconnect page is about. */
export function partiesOf(
  institution: InstitutionView,
  company: { name: string; logoUrl: string | null },
  t: Words,
): Parties {
  const names = { bank: institution.name, brand: company.name }
  return {
    bank: {
      name: institution.name,
      tile: <InstitutionTile institution={institution} size={56} />,
      smallTile: <InstitutionTile institution={institution} size={28} />,
    },
    company: { name: company.name, tile: <BrandTile brand={company} size={56} /> },
    sayings: {
      open: t('reconnect.picture.open', names),
      near: t('reconnect.picture.near', names),
      closed: t('reconnect.picture.closed', names),
    },
  }
}
