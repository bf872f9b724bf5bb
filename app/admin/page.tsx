import type { Metadata } from 'next'
import { Suspense } from 'react'
import { readBrokenItems } from '#lib/features/admin/read-broken-items.ts'
import { requireAdmin } from '../_auth/require-user.ts'
import { BrokenItem } from './_parts/broken-item-row.tsx'
import { BrokenItemsBones } from './_parts/broken-items-bones.tsx'
import { BrokenItemsTable } from './_parts/broken-items-table.tsx'
import { ListPager } from './_parts/list-pager.tsx'
import { type ListPlace, placeHref, readPlace } from './_parts/list-place.ts'
import { NoBrokenItems } from './_parts/no-broken-items.tsx'
import { PageHead } from './_parts/page-head.tsx'
import { SearchItems } from './_parts/search-items.tsx'

export const metadata: Metadata = { title: 'Broken Items' }

const pageSize = 50

type BrokenItemsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** All Items that need their person. */
export default async function BrokenItemsPage({ searchParams }: BrokenItemsPageProps) {
  const place = readPlace(await searchParams)
  await requireAdmin(placeHref(place))
  return (
    <main>
      <PageHead title="Broken Items" />
      <SearchItems search={place.search} />
      <Suspense key={placeHref(place)} fallback={<BrokenItemsBones />}>
        <BrokenItems place={place} />
      </Suspense>
    </main>
  )
}

async function BrokenItems({ place }: { place: ListPlace }) {
  const after = place.trail.at(-1) ?? null
  const { rows, total, next } = await readBrokenItems({ after, search: place.search, limit: pageSize })
  if (rows.length === 0) return <NoBrokenItems place={place} />
  const now = new Date()
  return (
    <>
      <BrokenItemsTable>
        {rows.map((row) => (
          <BrokenItem key={row.itemId} row={row} now={now} />
        ))}
      </BrokenItemsTable>
      <ListPager place={place} shown={rows.length} total={total} pageSize={pageSize} next={next} />
    </>
  )
}
