import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { endWithUs } from '../scripts/stack/child.ts'
import { repositoryFolder } from '../scripts/stack/folders.ts'

const vitest = join(repositoryFolder, 'node_modules', 'vitest', 'vitest.mjs')

/**
 * A simulated month in fast time: the same as `lib/worker/month.test.ts` with more people. Vitest runs it, because the
 * handlers render mails, which plain Node cannot load.
 */
export async function month({ people, seed }: { people: number; seed: number }): Promise<void> {
  const args = [vitest, 'run', '--project', 'features', '--reporter=minimal', 'lib/worker/month.test.ts']
  const env = { ...process.env, RELINK_MONTH_PEOPLE: String(people), RELINK_MONTH_SEED: String(seed) }
  const child = spawn(process.execPath, args, { cwd: repositoryFolder, env, stdio: ['ignore', 'inherit', 'inherit'] })
  endWithUs(child, 'SIGINT') // vitest tidies up at this signal only
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error('The month did not go as it should; what was wrong is above.')
}
