import { existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { databaseFolder, dataFolder } from '../stack/folders.ts'

/** Forgets everything that was kept; finished builds stay, they hold no data. */
export function forgetData(): void {
  const database = databaseFolder()
  if (!database.startsWith(dataFolder)) rmSync(dirname(database), { recursive: true, force: true })
  if (!existsSync(dataFolder)) return
  for (const name of readdirSync(dataFolder).filter((entry) => entry !== 'builds' && entry !== 'running.json')) {
    rmSync(join(dataFolder, name), { recursive: true, force: true })
  }
}
