import type { BrokenItemList } from '#lib/features/admin/find-broken-items.ts'
import { ButtonLink } from '../../_ui/button.tsx'
import { EmptyState } from '../../_ui/empty-state.tsx'
import { brokenItems, type ListPlace, placeHref } from './list-place.ts'
import { NoRows } from './no-rows.tsx'

type NoBrokenItemsProps = { list: BrokenItemList; place: ListPlace }

/** The list without rows: nothing is broken, nothing was found, or the page's rows have healed meanwhile. */
export function NoBrokenItems({ list, place }: NoBrokenItemsProps) {
  const gone = 'The Items that stood here are healthy again or have moved.'
  return (
    <NoRows place={place} address={brokenItems[list]} gone={gone}>
      <Words list={list} search={place.search} />
    </NoRows>
  )
}

function Words({ list, search }: { list: BrokenItemList; search: string | null }) {
  if (search) {
    return (
      <EmptyState
        title="Nothing found"
        action={
          <ButtonLink href={placeHref({ search: null, trail: [] }, brokenItems[list])}>Clear the search</ButtonLink>
        }
      >
        No broken Item’s person or institution matches “{search}”. Healthy Items are not in this list.
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
