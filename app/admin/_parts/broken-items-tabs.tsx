import Link from 'next/link'
import { countWords } from '#lib/domain/bounded-count.ts'
import type { BrokenItemList } from '#lib/features/admin/find-broken-items.ts'
import { brokenItems, type ListPlace, placeHref } from './list-place.ts'

const tabs: { list: BrokenItemList; title: string }[] = [
  { list: 'all', title: 'Need their person' },
  { list: 'handed_over', title: 'Handed to support' },
]

type BrokenItemsTabsProps = {
  shown: BrokenItemList
  place: ListPlace
  /** Null while they are counted. */
  counts: Record<BrokenItemList, number> | null
}

/** The broken Items' lists, each with its number; a search goes along from one to the other. */
export function BrokenItemsTabs({ shown, place, counts }: BrokenItemsTabsProps) {
  return (
    <nav className="tabs overflow-x-auto px-4 lg:px-6" aria-label="Lists">
      {tabs.map(({ list, title }) => (
        <Link
          key={list}
          href={placeHref({ ...place, trail: [] }, brokenItems[list])}
          aria-current={list === shown ? 'page' : undefined}
          prefetch={false}
        >
          {title}
          {counts ? <span className="count">{countWords(counts[list])}</span> : null}
        </Link>
      ))}
    </nav>
  )
}
