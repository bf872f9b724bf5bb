import type { Metadata } from 'next'
import { type DriftList, driftLists, readDrift } from '#lib/features/admin/read-drift.ts'
import { requireAdmin } from '../../_auth/require-user.ts'
import { ListActions, ListButton } from '../_parts/list-actions.client.tsx'
import { ListPager } from '../_parts/list-pager.tsx'
import { placeHref, readPlace } from '../_parts/list-place.ts'
import { PageHead } from '../_parts/page-head.tsx'
import { DriftRows } from './_parts/drift-rows.tsx'
import { DriftTabs } from './_parts/drift-tabs.tsx'
import { pointAction } from './actions.ts'

export const metadata: Metadata = { title: 'Drift' }

const orders = { strayed: 'By address', missed: 'Newest first', swept: 'Newest first' }

type DriftPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Where Plaid's webhooks and what we know have drifted apart, in three lists. */
export default async function DriftPage({ searchParams }: DriftPageProps) {
  const params = await searchParams
  const list = readList(params.list)
  const address = { path: '/admin/drift', list }
  const place = { ...readPlace(params), search: null }
  await requireAdmin(placeHref(place, address))
  const now = new Date()
  const after = place.trail.at(-1) ?? null
  const drift = await readDrift({ list, after }, now)
  const shown = drift.rows.length
  return (
    <main>
      <ListActions action={pointAction}>
        <PageHead
          title="Drift"
          actions={
            drift.list === 'strayed' && shown > 0 ? (
              <ListButton variant="primary" name="page" value={after ?? ''} busyWords="Queueing">
                {shown === 1 ? 'Point it here' : `Point these ${shown} here`}
              </ListButton>
            ) : null
          }
        />
        <DriftTabs shown={list} counts={drift.counts} />
        <DriftRows drift={drift} place={place} address={address} now={now} />
        {shown > 0 ? (
          <ListPager
            place={place}
            address={address}
            order={orders[list]}
            shown={shown}
            total={drift.counts[list]}
            next={drift.next}
          />
        ) : null}
      </ListActions>
    </main>
  )
}

function readList(value: string | string[] | undefined): DriftList {
  return driftLists.find((list) => list === value) ?? 'strayed'
}
