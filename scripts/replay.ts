// Replays recorded webhooks, or says what that would change: `npm run replay -- --since … --dry-run`.

import { installedVariables } from './replay/installation.ts'
import { readReplayOptions } from './replay/options.ts'
import { Obstacle } from './stack/steps.ts'

try {
  const options = readReplayOptions(process.argv.slice(2), new Date())
  Object.assign(process.env, installedVariables())
  // Only now: Relink's own modules read their settings from the environment.
  const { replay } = await import('./replay/replay.ts')
  await replay(options)
} catch (error) {
  if (!(error instanceof Obstacle)) throw error
  console.error(error.message)
  process.exitCode = 1
}
