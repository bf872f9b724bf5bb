import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { run } from '../stack/child.ts'
import { repositoryFolder } from '../stack/folders.ts'

const Report = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
})

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')
const longFunction = (count: number) => `export function long() {\n${lines(count, (at) => `  String(${at})`)}\n}\n`
const exportsOf = (count: number) => lines(count, (at) => `export const value${at} = ${at}`)

// Each planted fault, and the rule that has to find it.
const planted: [rule: string, file: string, text: string][] = [
  ['plugin', 'lib/domain/now.ts', 'export const at = Date.now()\n'],
  ['plugin', 'lib/domain/today.ts', 'export const at = new Date()\n'],
  ['plugin', 'lib/features/items/chance.ts', 'export const chance = Math.random()\n'],
  ['lint/style/noProcessEnv', 'lib/adapters/mail/key.ts', 'export const key = process.env.KEY\n'],
  ['lint/style/noProcessEnv', 'sandbox/pages/key.ts', 'export const key = process.env.KEY\n'],
  ['lint/suspicious/noConsole', 'lib/features/items/talk.ts', "console.log('hello')\n"],
  ['lint/style/noDefaultExport', 'lib/domain/default.ts', 'export default 1\n'],
  ['lint/style/noNonNullAssertion', 'lib/domain/bang.ts', 'export const size = (x: string | null) => x!.length\n'],
  ['lint/suspicious/noExplicitAny', 'lib/domain/any.ts', 'export const same = (x: any) => x\n'],
  ['lint/style/useFilenamingConvention', 'lib/domain/CamelCase.ts', 'export const one = 1\n'],
  ['lint/complexity/noExcessiveLinesPerFunction', 'lib/domain/long-function.ts', longFunction(41)],
  ['lint/complexity/noExcessiveLinesPerFunction', 'app/long-page.tsx', longFunction(81)],
  ['lint/style/noExcessiveLinesPerFile', 'lib/domain/long-file.ts', exportsOf(151)],
  [
    'lint/nursery/noFloatingPromises',
    'lib/features/items/forgotten.ts',
    'async function send() { return 1 }\nexport function go() { send() }\n',
  ],
  [
    'lint/nursery/noMisusedPromises',
    'lib/features/items/truthy.ts',
    'async function isBroken() { return true }\nexport function go() { if (isBroken()) return 1; return 2 }\n',
  ],
  [
    'lint/nursery/useExhaustiveSwitchCases',
    'lib/domain/half.ts',
    "export function half(side: 'left' | 'right') { switch (side) { case 'left': return 1 } return 0 }\n",
  ],
]
const allowed: [file: string, text: string][] = [
  ['lib/domain/given-time.ts', 'export const plus = (now: Date) => new Date(now.getTime() + 1)\n'],
  ['lib/domain/given-time.test.ts', 'export const at = new Date()\n'],
  ['lib/adapters/plaid/clock.ts', 'export const at = Date.now()\n'],
  ['lib/env.ts', 'export const key = process.env.KEY\n'],
  ['scripts/talk.ts', "console.log(process.env.KEY ?? 'none')\n"],
  ['app/page.tsx', 'export default function Page() {\n  return <p>Hello</p>\n}\n'],
  ['lib/domain/full-file.ts', `${exportsOf(150)}\n// a comment is not code\n`],
]

const skeleton = mkdtempSync(join(tmpdir(), 'relink-lint-'))
let found = new Map<string, string[]>()

beforeAll(async () => {
  for (const [file, text] of [...planted.map(([, file, text]) => [file, text] as const), ...allowed]) write(file, text)
  for (const name of ['package.json', 'tsconfig.json', '.gitignore', 'biome.json', 'scripts/checks/no-clock.grit']) {
    copy(name)
  }
  found = await lint()
}, 60_000)

afterAll(() => rmSync(skeleton, { recursive: true }))

describe('the lint rules', () => {
  it.each(planted)('%s finds the fault in %s', (rule, file) => {
    expect(found.get(file)).toContain(rule)
  })

  it.each(allowed)('have nothing against %s', (file) => {
    expect(found.get(file)).toBeUndefined()
  })
})

function write(file: string, text: string): void {
  mkdirSync(dirname(join(skeleton, file)), { recursive: true })
  writeFileSync(join(skeleton, file), text)
}

function copy(file: string): void {
  mkdirSync(dirname(join(skeleton, file)), { recursive: true })
  copyFileSync(join(repositoryFolder, file), join(skeleton, file))
}

/** Which rules complain about each file of the skeleton. */
async function lint(): Promise<Map<string, string[]>> {
  const script = join(repositoryFolder, 'node_modules/@biomejs/biome/bin/biome')
  const options = '--reporter=json --max-diagnostics=none --diagnostic-level=error'
  // The exit code says that there are faults; here they are wanted. Warnings about the reporter go to stderr.
  const command = `cd "${skeleton}" && "${process.execPath}" "${script}" lint ${options} . 2>/dev/null || true`
  const { diagnostics } = Report.parse(JSON.parse(await run('sh', ['-c', command])))
  const byFile = new Map<string, string[]>()
  for (const { category, location } of diagnostics) {
    byFile.set(location.path, [...(byFile.get(location.path) ?? []), category])
  }
  return byFile
}
