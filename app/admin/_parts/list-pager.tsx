import Link from 'next/link'
import { type ListPlace, placeHref } from './list-place.ts'

type ListPagerProps = { place: ListPlace; shown: number; total: number; pageSize: number; next: string | null }

/** Where in the list one is, and the ways on. */
export function ListPager({ place, shown, total, pageSize, next }: ListPagerProps) {
  const before = place.trail.length * pageSize
  const hasPrevious = place.trail.length > 0
  return (
    <nav
      className="pager sticky bottom-0 mt-auto rounded-b-lg border-line border-t bg-surface lg:pl-6"
      aria-label="Pages"
    >
      <span className="num">
        {shown === 0 ? 'Nothing on this page' : `${count(before + 1)}–${count(before + shown)} of ${count(total)}`}
      </span>
      <span className="grow" />
      <span className="max-sm:hidden">Newest breakage first</span>
      {hasPrevious || next ? (
        <span className="btn-group">
          <PageLink words="Previous" place={hasPrevious ? { ...place, trail: place.trail.slice(0, -1) } : null} />
          <PageLink words="Next" place={next ? { ...place, trail: [...place.trail, next] } : null} />
        </span>
      ) : null}
    </nav>
  )
}

function PageLink({ words, place }: { words: string; place: ListPlace | null }) {
  if (!place) {
    return (
      <button className="btn sm" type="button" disabled>
        {words}
      </button>
    )
  }
  return (
    <Link className="btn sm" href={placeHref(place)} prefetch={false}>
      {words}
    </Link>
  )
}

const numbers = new Intl.NumberFormat('en-US')

function count(value: number): string {
  return numbers.format(value)
}
