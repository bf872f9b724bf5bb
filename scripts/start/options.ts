import { parseArgs } from 'node:util'
import { Obstacle } from '../stack/steps.ts'

export type StartOptions = { fresh: boolean; dev: boolean }

/** What stands behind `npm start --`. */
export function readOptions(args: string[]): StartOptions {
  try {
    const { values } = parseArgs({ args, options: { fresh: { type: 'boolean' }, dev: { type: 'boolean' } } })
    return { fresh: values.fresh ?? false, dev: values.dev ?? false }
  } catch (cause) {
    throw new Obstacle('npm start knows `-- --fresh` (begin with empty data) and `-- --dev` (reload on edits).', {
      cause,
    })
  }
}
