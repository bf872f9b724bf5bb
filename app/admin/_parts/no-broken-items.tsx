import { ButtonLink } from '../../_ui/button.tsx'
import { EmptyState } from '../../_ui/empty-state.tsx'
import { type ListPlace, placeHref } from './list-place.ts'

/** The list without rows: nothing is broken, nothing was found, or the page's rows have healed meanwhile. */
export function NoBrokenItems({ place }: { place: ListPlace }) {
  return (
    <div className="grid flex-1 content-center">
      <Words place={place} />
    </div>
  )
}

function Words({ place }: { place: ListPlace }) {
  if (place.trail.length > 0) {
    return (
      <EmptyState
        title="Nothing on this page any more"
        action={
          <ButtonLink href={placeHref({ ...place, trail: [] })} size="md">
            Back to the first page
          </ButtonLink>
        }
      >
        The Items that stood here are healthy again or have moved.
      </EmptyState>
    )
  }
  if (place.search) {
    return (
      <EmptyState title="Nothing found" action={<ButtonLink href="/admin">Clear the search</ButtonLink>}>
        No broken Item’s person or institution matches “{place.search}”. Healthy Items are not in this list.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Every connection works" picture={<ClosedLink />}>
      An Item shows up here as soon as it needs its person: to sign in again, to give permission, or to renew in time.
    </EmptyState>
  )
}

function ClosedLink() {
  return (
    <svg
      width="132"
      height="44"
      viewBox="0 0 132 44"
      fill="none"
      strokeWidth="3"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <g stroke="var(--healthy-solid)">
        <path d="M4 22h34M94 22h34" />
        <path d="M52 8h28a14 14 0 0 1 0 28H52a14 14 0 0 1 0-28z" />
        <path d="m59 22.5 5 5 9.5-10.5" />
      </g>
    </svg>
  )
}
