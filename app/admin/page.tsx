import type { Metadata } from 'next'
import { Suspense } from 'react'
import { type BrokenItemList, brokenItemLists } from '#lib/features/admin/find-broken-items.ts'
import { readBrokenItems } from '#lib/features/admin/read-broken-items.ts'
import { requireAdmin } from '../_auth/require-user.ts'
import { asksForDocument } from '../_browser/asks-for-document.ts'
import { BrokenItem } from './_parts/broken-item-row.tsx'
import { BrokenItemsBones } from './_parts/broken-items-bones.tsx'
import { BrokenItemsTable } from './_parts/broken-items-table.tsx'
import { BrokenItemsTabs } from './_parts/broken-items-tabs.tsx'
import { FrontRemarks } from './_parts/front-remarks.tsx'
import { ListPager } from './_parts/list-pager.tsx'
import { brokenItems, type ListPlace, placeHref, readPlace } from './_parts/list-place.ts'
import { NoBrokenItems } from './_parts/no-broken-items.tsx'
import { PageHead } from './_parts/page-head.tsx'
import { SearchItems } from './_parts/search-items.tsx'

export const metadata: Metadata = { title: 'Broken Items' }

type BrokenItemsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** All Items that need their person. */
export default async function BrokenItemsPage({ searchParams }: BrokenItemsPageProps) {
  const params = await searchParams
  const shown: Shown = { list: readList(params.list), place: readPlace(params) }
  const href = placeHref(shown.place, brokenItems[shown.list])
  await requireAdmin(href)
  return (
    <main>
      <PageHead title="Broken Items" />
      <FrontRemarks now={new Date()} />
      <SearchItems search={shown.place.search} list={shown.list} />
      {(await asksForDocument()) ? (
        <BrokenItems {...shown} />
      ) : (
        <Suspense key={href} fallback={<Waiting {...shown} />}>
          <BrokenItems {...shown} />
        </Suspense>
      )}
    </main>
  )
}

type Shown = { list: BrokenItemList; place: ListPlace }

async function BrokenItems({ list, place }: Shown) {
  const after = place.trail.at(-1) ?? null
  const { rows, counts, next } = await readBrokenItems({ list, after, search: place.search })
  const tabs = <BrokenItemsTabs shown={list} place={place} counts={counts} />
  if (rows.length === 0) {
    return (
      <>
        {tabs}
        <NoBrokenItems list={list} place={place} />
      </>
    )
  }
  const now = new Date()
  const paging = { place, address: brokenItems[list], shown: rows.length, total: counts[list], next }
  return (
    <>
      {tabs}
      <BrokenItemsTable>
        {rows.map((row) => (
          <BrokenItem key={row.itemId} row={row} now={now} />
        ))}
      </BrokenItemsTable>
      <ListPager {...paging} />
    </>
  )
}

function Waiting({ list, place }: Shown) {
  return (
    <>
      <BrokenItemsTabs shown={list} place={place} counts={null} />
      <BrokenItemsBones />
    </>
  )
}

function readList(value: string | string[] | undefined): BrokenItemList {
  return brokenItemLists.find((list) => list === value) ?? 'all'
}
