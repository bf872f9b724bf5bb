import type { ReactNode } from 'react'
import type { InstitutionView } from '#lib/features/items/views.ts'
import { BrandTile, InstitutionTile } from '../../_ui/tile.tsx'

/** The two ends of a connection, drawn by the server: the browser only moves them. */
export type Parties = { bank: { name: string; tile: ReactNode }; company: { name: string; tile: ReactNode } }

/** The bank and the company that a reconnect page is about. */
export function partiesOf(institution: InstitutionView, company: { name: string; logoUrl: string | null }): Parties {
  return {
    bank: { name: institution.name, tile: <InstitutionTile institution={institution} size={56} /> },
    company: { name: company.name, tile: <BrandTile brand={company} size={56} /> },
  }
}
