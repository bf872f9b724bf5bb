import { afterEach, describe, expect, it, vi } from 'vitest'
import { shareCommits } from './share-commits.ts'

const aHundred = { entries: 100, bytes: 1000, bytesOf: (size: number) => size }

/** A commit that ends when told, and remembers what it stored together. */
function slowCommit() {
  const commits: number[][] = []
  const endings: { succeed: () => void; fail: (error: Error) => void }[] = []
  const commit = (entries: number[]) =>
    new Promise<void>((succeed, fail) => {
      commits.push(entries)
      endings.push({ succeed, fail })
    })
  return { commit, commits, endings }
}

/** More turns of the event loop than anybody waits. */
async function someTurns() {
  for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate)
}

afterEach(() => {
  vi.useRealTimers()
})

describe('deliveries that arrive', () => {
  it('alone are committed after one turn of the event loop, without any timer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] })
    const { commit, commits, endings } = slowCommit()
    const store = shareCommits(commit, aHundred)
    for (const number of [1, 2, 3]) {
      const stored = store(number)
      await new Promise(setImmediate)
      expect(commits.at(-1)).toEqual([number])
      endings.at(-1)?.succeed()
      await stored
    }
  })

  it('in the same moment share a commit', async () => {
    const { commit, commits } = slowCommit()
    const store = shareCommits(commit, aHundred)
    void store(1)
    void store(2)
    await new Promise(process.nextTick)
    void store(3)
    await someTurns()
    expect(commits).toEqual([[1, 2, 3]])
  })

  it('one after the other without end do not hold up the first', async () => {
    const { commit, commits } = slowCommit()
    const store = shareCommits(commit, aHundred)
    for (let number = 1; number <= 20; number++) {
      void store(number)
      await new Promise(setImmediate)
    }
    expect(commits[0]?.length).toBeLessThanOrEqual(2)
  })

  it('while a commit is under way share the next one, and are answered only after it', async () => {
    const { commit, commits, endings } = slowCommit()
    const store = shareCommits(commit, aHundred)
    const first = store(1)
    await someTurns()
    const others = Promise.all([store(2), store(3)])
    endings[0]?.succeed()
    await first
    await someTurns()
    expect(commits).toEqual([[1], [2, 3]])
    endings[1]?.succeed()
    await others
  })

  it('in a crowd share commits of a bounded size', async () => {
    const { commit, commits, endings } = slowCommit()
    const store = shareCommits(commit, { ...aHundred, entries: 2 })
    const all = Promise.all([1, 2, 3, 4, 5].map(store))
    for (const index of [0, 1, 2]) {
      await someTurns()
      endings[index]?.succeed()
    }
    await all
    expect(commits).toEqual([[1, 2], [3, 4], [5]])
  })

  it('with large bodies share commits of a bounded size, and one above the bound goes alone', async () => {
    const { commit, commits, endings } = slowCommit()
    const store = shareCommits(commit, { ...aHundred, bytes: 10 })
    const all = Promise.all([4, 6, 1, 11, 12, 3, 3].map(store))
    for (const index of [0, 1, 2, 3, 4]) {
      await someTurns()
      endings[index]?.succeed()
    }
    await all
    expect(commits).toEqual([[4, 6], [1], [11], [12], [3, 3]])
  })

  it('with a failed commit all hear of it, and the next ones are stored', async () => {
    const { commit, endings } = slowCommit()
    const store = shareCommits(commit, aHundred)
    const first = Promise.allSettled([store(1), store(2)])
    await someTurns()
    const third = store(3)
    endings[0]?.fail(new Error('database away'))
    expect((await first).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await someTurns()
    endings[1]?.succeed()
    await third
  })
})
