import Link from 'next/link'
import { countWords } from '#lib/domain/bounded-count.ts'
import { type DriftList, driftLists } from '#lib/features/admin/read-drift.ts'

const titles: Record<DriftList, string> = {
  strayed: 'Sent elsewhere',
  missed: 'Sent, never came',
  swept: 'Found by the sweep',
}

/** The report's three lists, each with its number. */
export function DriftTabs({ shown, counts }: { shown: DriftList; counts: Record<DriftList, number> }) {
  return (
    <nav className="tabs overflow-x-auto px-4 lg:px-6" aria-label="Lists">
      {driftLists.map((list) => (
        <Link
          key={list}
          href={`/admin/drift?list=${list}`}
          aria-current={list === shown ? 'page' : undefined}
          prefetch={false}
        >
          {titles[list]}
          <span className="count">{countWords(counts[list])}</span>
        </Link>
      ))}
    </nav>
  )
}
