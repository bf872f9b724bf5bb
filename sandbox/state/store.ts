import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { complain } from '../complain.ts'
import { emptyState, type SandboxState, stateSchema } from './state.ts'

export type Store = {
  /** Change it in place, then call `changed`. */
  readonly state: SandboxState
  /** Says that the state changed: the snapshot is written soon after. */
  changed(): void
  /** Writes what is not written yet. */
  flush(): Promise<void>
}

export class SnapshotError extends Error {
  override name = 'SnapshotError'
}

const writeDelayMs = 100

/** Opens the state kept in `dataFile`, or an empty one held in memory only. */
export async function openStore(dataFile: string | null): Promise<Store> {
  const state = dataFile === null ? emptyState() : await readSnapshot(dataFile)
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()

  function write(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    if (dataFile !== null) writing = writing.then(() => writeSnapshot(dataFile, state))
    return writing
  }

  function writeLater(): void {
    timer = null
    write().catch((error: unknown) => {
      complain(`the snapshot ${dataFile} could not be written`, error)
      writing = Promise.resolve()
    })
  }

  return {
    state,
    changed() {
      if (dataFile !== null && timer === null) timer = setTimeout(writeLater, writeDelayMs)
    },
    flush: () => (timer ? write() : writing),
  }
}

async function readSnapshot(dataFile: string): Promise<SandboxState> {
  let text: string
  try {
    text = await readFile(dataFile, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return emptyState()
    throw error
  }
  try {
    return stateSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new SnapshotError(`${dataFile} is not a snapshot of this sandbox; delete it to start over`, { cause })
  }
}

async function writeSnapshot(dataFile: string, state: SandboxState): Promise<void> {
  const unfinished = `${dataFile}.unfinished`
  await mkdir(dirname(dataFile), { recursive: true })
  await writeFile(unfinished, JSON.stringify(state), { mode: 0o600 })
  await rename(unfinished, dataFile)
}
