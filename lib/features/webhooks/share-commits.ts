import { setImmediate as nextTurn } from 'node:timers/promises'

type Waiting<Entry> = { entry: Entry; resolve: () => void; reject: (error: unknown) => void }

// What one turn of the event loop has read from its sockets takes about three more until it is verified.
const mostTurns = 4

// While the disk is waited for, the next ones are verified and their commit can begin; PostgreSQL flushes both together.
const mostUnderWay = 2

/**
 * Lets what arrives in the same moment share a commit, and while two are under way, the next one. With it goes what is
 * just being taken in: as long as each turn of the event loop brings more, a few turns. What comes alone is committed
 * at once: there is no timer.
 * @param commit stores all entries or none
 * @param most how many may share one commit
 * @returns a function that resolves when its entry is stored and rejects when its commit failed
 */
export function shareCommits<Entry>(commit: (entries: Entry[]) => Promise<void>, most: number) {
  const waiting: Waiting<Entry>[] = []
  let underWay = 0
  let isGathering = false

  async function goOn(): Promise<void> {
    if (isGathering || underWay === mostUnderWay || waiting.length === 0) return
    isGathering = true
    await gather()
    isGathering = false
    const batch = waiting.splice(0, most)
    underWay += 1
    void goOn()
    await store(batch)
    underWay -= 1
    void goOn()
  }

  async function gather(): Promise<void> {
    let seen = 0
    for (let turn = 0; turn < mostTurns && waiting.length > seen && waiting.length < most; turn++) {
      seen = waiting.length
      await nextTurn()
    }
  }

  async function store(batch: Waiting<Entry>[]): Promise<void> {
    try {
      await commit(batch.map(({ entry }) => entry))
      for (const { resolve } of batch) resolve()
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  return (entry: Entry): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ entry, resolve, reject })
      void goOn()
    })
}
