import type { ReactNode } from 'react'
import { Icon } from '../_ui/icon.tsx'
import { Joint } from '../_ui/joint.tsx'
import { BrandTile, Tile } from '../_ui/tile.tsx'

type FirstBankProps = { company: { name: string; logoUrl: string | null }; connect: ReactNode }

/** The dashboard before the first bank: what will happen, and the one step. */
export function FirstBank({ company, connect }: FirstBankProps) {
  return (
    <section className="card first" aria-labelledby="first-bank">
      <Joint
        position="open"
        state="removed"
        label="No bank is connected yet"
        bank={
          <Tile size={56}>
            <Icon name="bank" size={24} />
          </Tile>
        }
        company={<BrandTile brand={company} size={56} />}
      />
      <h2 id="first-bank">Connect your first bank</h2>
      <p>
        You choose what to share, sign in at your bank through Plaid, and are done in about two minutes. {company.name}{' '}
        never sees your password.
      </p>
      {connect}
    </section>
  )
}
