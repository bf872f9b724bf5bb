import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Variables } from '../stack/environment.ts'
import { dataFolder } from '../stack/folders.ts'
import { Obstacle } from '../stack/steps.ts'
import { checkVariables } from '../start/checks.ts'
import { readPlan } from '../start/plan.ts'

/** The settings of the Relink that runs from this folder: `.env`, its own secrets, its own database. */
export function installedVariables(): Variables {
  const plan = readPlan()
  const variables = plan.variablesWith(plan.givenDatabaseUrl ?? ownDatabaseUrl())
  checkVariables(variables)
  // The lines that are printed are the answer; the log would only stand between them.
  return { ...variables, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' }
}

function ownDatabaseUrl(): string {
  const file = join(dataFolder, 'database-url')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  throw new Obstacle('There is no database yet: run `npm start` once, or set DATABASE_URL.')
}
