import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../stack/child.ts'
import type { Variables } from '../stack/environment.ts'
import { dataFolder, repositoryFolder } from '../stack/folders.ts'

const marker = join(dataFolder, 'seeded')

/** Fills an empty Relink without any key with people and Items to look at; once, so that later starts keep what was done. */
export async function seedOnce(variables: Variables): Promise<boolean> {
  const script = join(repositoryFolder, 'scripts', 'seed.ts')
  if (existsSync(marker) || !existsSync(script)) return false
  await run(process.execPath, [script], { ...process.env, ...variables })
  writeFileSync(marker, '')
  return true
}
