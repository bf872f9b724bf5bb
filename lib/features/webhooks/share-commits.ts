import { setImmediate as nextTurn } from 'node:timers/promises'

type Waiting<Entry> = { entry: Entry; resolve: () => void; reject: (error: unknown) => void }

/**
 * Lets what arrives while a commit is under way share the next one, and with it what one more turn of the event loop
 * takes in. What comes alone is committed at once: there is no timer.
 * @param commit stores all entries or none
 * @param most how many may share one commit, and how many bytes; one that has more than that goes alone
 * @returns a function that resolves when its entry is stored and rejects when its commit failed
 */
export function shareCommits<Entry>(
  commit: (entries: Entry[]) => Promise<void>,
  most: { entries: number; bytes: number; bytesOf: (entry: Entry) => number },
) {
  const waiting: Waiting<Entry>[] = []
  let isUnderWay = false

  function howManyFit(): number {
    let bytes = 0
    const firstTooMany = waiting.findIndex(({ entry }, index) => {
      bytes += most.bytesOf(entry)
      return index === most.entries || (index > 0 && bytes > most.bytes)
    })
    return firstTooMany === -1 ? waiting.length : firstTooMany
  }

  async function run(): Promise<void> {
    isUnderWay = true
    while (waiting.length > 0) {
      await nextTurn()
      const batch = waiting.splice(0, howManyFit())
      try {
        await commit(batch.map(({ entry }) => entry))
        for (const { resolve } of batch) resolve()
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    isUnderWay = false
  }

  return (entry: Entry): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ entry, resolve, reject })
      if (!isUnderWay) void run()
    })
}
