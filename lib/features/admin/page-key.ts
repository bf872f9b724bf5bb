import { z } from 'zod'

/** How many rows a page of the console has. */
export const pageSize = 50

/** Where a page of a list ends that is ordered by an instant and an id, both falling. */
export type PageKey = { at: Date; id: string }

const form = z.tuple([z.iso.datetime(), z.uuid()])

/** Before everything that falls: the first page begins behind it, so that one condition serves all pages. */
export const newest: PageKey = { at: new Date('9999-12-31T23:59:59.999Z'), id: '' }

/** A key as it stands in an address. */
export function writePageKey({ at, id }: PageKey): string {
  return `${at.toISOString()}_${id}`
}

/** Reads a key from an address; null, the first page, for what is none. */
export function readPageKey(text: string | null | undefined): PageKey | null {
  const parsed = form.safeParse(text?.split('_'))
  return parsed.success ? { at: new Date(parsed.data[0]), id: parsed.data[1] } : null
}
