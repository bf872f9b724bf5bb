import { databaseFolder } from '../stack/folders.ts'
import { step } from '../stack/steps.ts'
import { checkDatabaseFolder, checkDataFolder, checkPort, checkVariables } from './checks.ts'
import { forgetData } from './fresh.ts'
import { endOnSignals, fail } from './lifecycle.ts'
import { readOptions } from './options.ts'
import { prepareBuild, startAppPart, startDatabase, startSandboxPart } from './parts.ts'
import { readPlan } from './plan.ts'
import { claimFolder } from './running.ts'
import { seedOnce } from './seed.ts'
import { summary } from './summary.ts'

// Everything that Relink needs, then Relink; one step a line.
const begun = Number(process.env.RELINK_STARTED_AT ?? Date.now())
endOnSignals()
try {
  await start()
} catch (error) {
  await fail(error)
}

async function start(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  checkDataFolder()
  await claimFolder()
  if (options.fresh) forgetData()
  checkDataFolder()
  const plan = readPlan()
  checkVariables(plan.variablesWith(plan.givenDatabaseUrl ?? 'postgresql://localhost/relink'))
  if (!plan.givenDatabaseUrl) checkDatabaseFolder(plan, databaseFolder())
  await checkPort(plan.appPort, 'the app', 'PORT')
  if (plan.needsSandbox) await checkPort(plan.sandboxPort, 'the sandbox', 'SANDBOX_PORT')

  const [databaseUrl, build] = await Promise.all([startDatabase(plan), prepareBuild(options.dev)])
  const variables = plan.variablesWith(databaseUrl)
  if (plan.needsSandbox) await startSandboxPart(plan)
  await startAppPart(plan, build, variables)
  if (plan.hasExamples)
    await step(
      'example data',
      () => seedOnce(variables),
      (isNew) => (isNew ? 'added' : 'kept'),
    )
  console.log(summary(plan, (Date.now() - begun) / 1000))
}
