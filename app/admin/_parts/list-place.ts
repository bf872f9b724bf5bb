import type { BrokenItemList } from '#lib/features/admin/find-broken-items.ts'

/** What the address of a list says: the search, and the keys of the pages gone through, oldest first. */
export type ListPlace = { search: string | null; trail: string[] }

/** The address of a list; `list` names one of several on the same page. */
export type ListAddress = { path: string; list?: string }

/** The addresses of the broken Items' lists. */
export const brokenItems: Record<BrokenItemList, ListAddress> = {
  all: { path: '/admin' },
  handed_over: { path: '/admin', list: 'handed_over' },
}

type Params = Record<string, string | string[] | undefined>

const longestSearch = 200

/** Reads the place from the address; anything that makes no sense there is left out. */
export function readPlace(params: Params): ListPlace {
  const search = every(params.q)[0]?.trim().slice(0, longestSearch) ?? ''
  return { search: search === '' ? null : search, trail: every(params.after).filter((key) => key !== '') }
}

/** The address of a place. Pages are reached by key, so the way back is kept in the address as well. */
export function placeHref({ search, trail }: ListPlace, { path, list } = brokenItems.all): string {
  const params = new URLSearchParams(list ? { list } : {})
  if (search) params.set('q', search)
  for (const key of trail) params.append('after', key)
  const query = params.toString()
  return query ? `${path}?${query}` : path
}

function every(value: string | string[] | undefined): string[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}
