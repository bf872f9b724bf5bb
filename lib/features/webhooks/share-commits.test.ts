import { describe, expect, it } from 'vitest'
import { shareCommits } from './share-commits.ts'

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

describe('deliveries that arrive', () => {
  it('alone are committed at once', () => {
    const { commit, commits } = slowCommit()
    void shareCommits(commit, 100)(1)
    expect(commits).toEqual([[1]])
  })

  it('while a commit is under way share the next one, and are answered only after it', async () => {
    const { commit, commits, endings } = slowCommit()
    const store = shareCommits(commit, 100)
    const first = store(1)
    const others = Promise.all([store(2), store(3)])
    endings[0]?.succeed()
    await first
    expect(commits).toEqual([[1], [2, 3]])
    endings[1]?.succeed()
    await others
  })

  it('in a crowd share commits of a bounded size', async () => {
    const { commit, commits, endings } = slowCommit()
    const store = shareCommits(commit, 2)
    const all = Promise.all([1, 2, 3, 4].map(store))
    for (const index of [0, 1, 2]) {
      endings[index]?.succeed()
      await new Promise(setImmediate)
    }
    await all
    expect(commits).toEqual([[1], [2, 3], [4]])
  })

  it('with a failed commit all hear of it, and the next ones are stored', async () => {
    const { commit, endings } = slowCommit()
    const store = shareCommits(commit, 100)
    const first = store(1)
    const second = store(2)
    endings[0]?.fail(new Error('database away'))
    await expect(first).rejects.toThrow('database away')
    endings[1]?.succeed()
    await second
  })
})
