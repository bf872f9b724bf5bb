import Form from 'next/form'
import type { BrokenItemList } from '#lib/features/admin/find-broken-items.ts'
import { ButtonLink } from '../../_ui/button.tsx'
import { Icon } from '../../_ui/icon.tsx'
import { brokenItems, placeHref } from './list-place.ts'

type SearchItemsProps = { search: string | null; list: BrokenItemList }

/** Finds a broken Item by its person or its institution; the search is in the address, so it can be passed on. */
export function SearchItems({ search, list }: SearchItemsProps) {
  const address = brokenItems[list]
  return (
    <search className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-2.5 lg:px-6">
      <Form action="/admin" className="flex w-full items-center gap-2 sm:w-auto">
        {address.list ? <input type="hidden" name="list" value={address.list} /> : null}
        <label className="input-wrap w-full sm:w-67">
          <span className="sr">Search broken Items</span>
          <Icon name="search" />
          <input
            // A new search is a new input, so that going back shows the words that were searched for.
            key={search}
            className="input"
            type="search"
            name="q"
            defaultValue={search ?? ''}
            placeholder="E-mail, Item id, institution"
            maxLength={200}
          />
        </label>
        <button className="btn" type="submit">
          Search
        </button>
      </Form>
      {search ? (
        <ButtonLink href={placeHref({ search: null, trail: [] }, address)} variant="ghost">
          Clear
        </ButtonLink>
      ) : null}
    </search>
  )
}
