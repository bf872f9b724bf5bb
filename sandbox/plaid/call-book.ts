import type { PathLimit } from './call-limits.ts'
import { slidingMinute } from './sliding-minute.ts'

export type PlaidCall = { path: string; itemId: string | null }

/** What is counted of one endpoint. The two largest minutes include the refused calls. */
type PathCount = { calls: number; refused: number; mostPerMinute: number; mostPerItemPerMinute: number }

export type CallBook = {
  /** Counts a call; false when it is one too many and must be refused. */
  take: (call: PlaidCall, limit: PathLimit, at: Date) => boolean
  paths: () => Record<string, PathCount>
  items: () => Record<string, Record<string, number>>
}

/** Counts every call. A refused one does not use up the budget of its minute. */
export function openCallBook(): CallBook {
  const paths = new Map<string, PathCount>()
  const items = new Map<string, Map<string, number>>()
  const asked = slidingMinute()
  const answered = slidingMinute()

  function countAsked({ path, itemId }: PlaidCall, at: Date): PathCount {
    const count = paths.get(path) ?? { calls: 0, refused: 0, mostPerMinute: 0, mostPerItemPerMinute: 0 }
    paths.set(path, count)
    count.calls += 1
    count.mostPerMinute = Math.max(count.mostPerMinute, asked.add(path, at))
    if (itemId === null) return count
    count.mostPerItemPerMinute = Math.max(count.mostPerItemPerMinute, asked.add(`${path} ${itemId}`, at))
    const ofItem = items.get(itemId) ?? new Map<string, number>()
    items.set(itemId, ofItem.set(path, (ofItem.get(path) ?? 0) + 1))
    return count
  }

  return {
    take(call, { perItem, perClient }, at) {
      const count = countAsked(call, at)
      const itemName = `${call.path} ${call.itemId}`
      const isFull = (name: string, most: number | null) => most !== null && answered.count(name, at) >= most
      if (isFull(call.path, perClient) || (call.itemId !== null && isFull(itemName, perItem))) {
        count.refused += 1
        return false
      }
      if (perClient !== null) answered.add(call.path, at)
      if (perItem !== null && call.itemId !== null) answered.add(itemName, at)
      return true
    },
    paths: () => Object.fromEntries(paths),
    items: () => Object.fromEntries([...items].map(([itemId, counts]) => [itemId, Object.fromEntries(counts)])),
  }
}
