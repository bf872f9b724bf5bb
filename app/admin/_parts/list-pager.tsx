import Link from 'next/link'
import { countWords } from '#lib/domain/bounded-count.ts'
import { pageSize } from '#lib/features/admin/page-key.ts'
import { type ListAddress, type ListPlace, placeHref } from './list-place.ts'

type ListPagerProps = {
  place: ListPlace
  /** The list that is paged; without it the broken Items. */
  address?: ListAddress
  /** In which order it stands. */
  order?: string
  shown: number
  total: number
  next: string | null
}

/** Where in the list one is, and the ways on. */
export function ListPager({ place, address, order = 'Newest breakage first', ...page }: ListPagerProps) {
  const { shown, total, next } = page
  const href = (trail: string[]) => placeHref({ ...place, trail }, address)
  const before = place.trail.length * pageSize
  const hasPrevious = place.trail.length > 0
  return (
    <nav
      className="pager sticky bottom-0 mt-auto rounded-b-lg border-line border-t bg-surface lg:pl-6"
      aria-label="Pages"
    >
      <span className="num">
        {count(before + 1)}–{count(before + shown)} of {countWords(total)}
      </span>
      <span className="grow" />
      <span className="max-sm:hidden">{order}</span>
      {hasPrevious || next ? (
        <span className="btn-group">
          <PageLink words="Previous" href={hasPrevious ? href(place.trail.slice(0, -1)) : null} />
          <PageLink words="Next" href={next ? href([...place.trail, next]) : null} />
        </span>
      ) : null}
    </nav>
  )
}

function PageLink({ words, href }: { words: string; href: string | null }) {
  if (!href) {
    return (
      <button className="btn sm" type="button" disabled>
        {words}
      </button>
    )
  }
  return (
    <Link className="btn sm" href={href} prefetch={false}>
      {words}
    </Link>
  )
}

const numbers = new Intl.NumberFormat('en-US')

function count(value: number): string {
  return numbers.format(value)
}
