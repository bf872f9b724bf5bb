import { setImmediate as nextTurn } from 'node:timers/promises'

type Waiting<Entry> = { entry: Entry; resolve: () => void; reject: (error: unknown) => void }

/**
 * Lets what arrives while a commit is under way share the next one, and with it what one more turn of the event loop
 * takes in. What comes alone is committed at once: there is no timer.
 * @param commit stores all entries or none
 * @param most how many may share one commit
 * @returns a function that resolves when its entry is stored and rejects when its commit failed
 */
export function shareCommits<Entry>(commit: (entries: Entry[]) => Promise<void>, most: number) {
  const waiting: Waiting<Entry>[] = []
  let isUnderWay = false

  async function run(): Promise<void> {
    isUnderWay = true
    while (waiting.length > 0) {
      await nextTurn()
      const batch = waiting.splice(0, most)
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
