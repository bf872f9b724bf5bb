import type { BrokenItemList } from '#lib/features/admin/find-broken-items.ts'
import { ButtonLink } from '../../_ui/button.tsx'
import { EmptyState } from '../../_ui/empty-state.tsx'
import { brokenItems, type ListPlace, placeHref } from './list-place.ts'

type NoBrokenItemsProps = { list: BrokenItemList; place: ListPlace }

/** The list without rows: nothing is broken, nothing was found, or the page's rows have healed meanwhile. */
export function NoBrokenItems(shown: NoBrokenItemsProps) {
  return (
    <div className="grid flex-1 content-center">
      <Words {...shown} />
    </div>
  )
}

function Words({ list, place }: NoBrokenItemsProps) {
  const address = brokenItems[list]
  if (place.trail.length > 0) {
    return (
      <EmptyState
        title="Nothing on this page any more"
        action={
          <ButtonLink href={placeHref({ ...place, trail: [] }, address)} size="md">
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
      <EmptyState
        title="Nothing found"
        action={<ButtonLink href={placeHref({ search: null, trail: [] }, address)}>Clear the search</ButtonLink>}
      >
        No broken Item’s person or institution matches “{place.search}”. Healthy Items are not in this list.
      </EmptyState>
    )
  }
  if (list === 'handed_over') {
    return (
      <EmptyState title="Nothing waits for support" action={<ButtonLink href="/admin">All broken Items</ButtonLink>}>
        An Item shows up here when its person could not be told, or has not come back after the last reminder.
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
