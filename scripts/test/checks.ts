import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../stack/child.ts'
import { repositoryFolder } from '../stack/folders.ts'
import { step } from '../stack/steps.ts'

const folders = ['app', 'lib', 'emails', 'messages', 'prisma', 'sandbox', 'scripts', 'e2e', 'bench']
const entries = ['instrumentation.ts', 'proxy.ts']
const importCount = /(\d+) modules, (\d+) dependencies/

/** Formatter, linter, compiler, import rules and unused code. */
export async function runChecks(): Promise<void> {
  await Promise.all([
    step(
      'lint',
      () => tool('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off', '.'),
      () => 'clean',
    ),
    step('types', checkTypes, () => 'clean'),
    step('imports', checkImports, (modules) => `${modules} modules follow the rules`),
    step(
      'unused code',
      () => tool('knip/bin/knip.js', '--no-progress'),
      () => 'none',
    ),
  ])
}

async function checkTypes(): Promise<void> {
  // Next's own declarations (styles, pictures, routes) are written anew; old ones may name routes that are gone.
  rmSync(join(repositoryFolder, '.next', 'dev', 'types'), { recursive: true, force: true })
  await tool('next/dist/bin/next', 'typegen')
  await tool('typescript/bin/tsc', '--noEmit', '-p', '.')
}

/** A checker that resolves nothing finds nothing wrong either, so the number of modules is looked at too. */
async function checkImports(): Promise<number> {
  const targets = [...folders, ...entries].filter((path) => existsSync(join(repositoryFolder, path)))
  const output = await tool(
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    ...targets,
  )
  const [, modules, dependencies] = importCount.exec(output)?.map(Number) ?? []
  if (modules && dependencies && dependencies > modules) return modules
  throw new Error(`The import rules saw hardly any imports, so they checked nothing:\n${output}`)
}

function tool(script: string, ...args: string[]): Promise<string> {
  return run(process.execPath, [join(repositoryFolder, 'node_modules', script), ...args])
}
