import type { ReactNode } from 'react'
import { ButtonLink } from '../../_ui/button.tsx'
import { EmptyState } from '../../_ui/empty-state.tsx'
import { type ListAddress, type ListPlace, placeHref } from './list-place.ts'

type NoRowsProps = {
  place: ListPlace
  address: ListAddress
  /** What became of the rows that stood on a later page. */
  gone: string
  /** What the list says that has no rows at all. */
  children: ReactNode
}

/** In place of a table: the list is empty, or the rows of this page have gone meanwhile. */
export function NoRows({ place, address, gone, children }: NoRowsProps) {
  return (
    <div className="grid flex-1 content-center">
      {place.trail.length > 0 ? (
        <EmptyState
          title="Nothing on this page any more"
          action={
            <ButtonLink href={placeHref({ ...place, trail: [] }, address)} size="md">
              Back to the first page
            </ButtonLink>
          }
        >
          {gone}
        </EmptyState>
      ) : (
        children
      )}
    </div>
  )
}
