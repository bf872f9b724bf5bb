import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { run } from '../stack/child.ts'
import { repositoryFolder } from '../stack/folders.ts'

const Report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
})

// What must be refused: a rule, a file, and the import in it that breaks the rule.
const planted: [rule: string, file: string, imported: string][] = [
  ['domain-is-pure', 'lib/domain/impure.ts', 'zod'],
  ['adapters-face-outward', 'lib/adapters/mail/upward.ts', '../../features/items/refresh-item.ts'],
  ['only-plaid-opens-the-vault', 'lib/adapters/queue/curious.ts', '../vault/open.ts'],
  ['features-do-not-meet', 'lib/features/notices/sideways.ts', '../items/refresh-item.ts'],
  ['lib-below-app', 'lib/features/notices/upward.ts', '../../../app/dashboard/page.tsx'],
  ['worker-is-an-entry', 'lib/features/notices/to-worker.ts', '../../worker/handlers.ts'],
  ['worker-through-features', 'lib/worker/direct.ts', '../adapters/db/client.ts'],
  ['app-through-features', 'app/dashboard/direct.ts', '#lib/adapters/db/client.ts'],
  ['routes-keep-their-parts', 'app/dashboard/borrowed.ts', '../admin/part.ts'],
  ['browser-code-is-light', 'app/dashboard/heavy.client.tsx', '#lib/env.ts'],
  ['emails-are-pure', 'emails/knowing.ts', '#lib/env.ts'],
  ['one-door-to-emails', 'app/dashboard/render.ts', '#emails/mail.ts'],
  ['one-door-to-emails', 'scripts/start/mail.ts', '#emails/mail.ts'],
  ['browser-code-is-light', 'app/dashboard/wordy.client.tsx', '#messages/words.ts'],
  ['words-are-a-leaf', 'messages/knowing.ts', '#emails/mail.ts'],
  ['words-where-they-are-read', 'lib/features/notices/wordy.ts', '#messages/words.ts'],
  ['domain-is-pure', 'lib/domain/wordy.ts', '#messages/words.ts'],
  ['one-door-to-the-catalogs', 'emails/wordy.ts', 'next-intl'],
  ['production-never-sees-stand-ins', 'lib/features/notices/faking.ts', '../../../sandbox/main.ts'],
  ['tests-use-what-is-made-for-tests', 'lib/features/notices/faking.test.ts', '../../../sandbox/main.ts'],
  ['strangers', 'sandbox/insider.ts', '../lib/domain/item-state.ts'],
  ['strangers', 'e2e/wordy.ts', '#messages/words.ts'],
  ['next-only-in-app', 'lib/features/notices/web.ts', 'next/headers'],
  ['one-door-to-plaid', 'lib/features/notices/plaid.ts', 'plaid'],
  ['one-door-to-prisma', 'app/dashboard/prisma.ts', '@prisma/client'],
  ['one-door-to-mail', 'lib/features/notices/resend.ts', 'resend'],
  ['one-door-to-the-queue', 'lib/features/notices/boss.ts', 'pg-boss'],
  ['one-door-to-jose', 'lib/features/notices/jose.ts', 'jose'],
  ['no-dev-packages-in-production', 'lib/features/notices/dev.ts', 'vitest'],
  ['no-circular', 'lib/domain/chicken.ts', './egg.ts'],
  ['no-shared-drawers', 'lib/domain/drawer.ts', './utils.ts'],
]
const allowed: [file: string, imported: string][] = [
  ['emails/said.ts', '#messages/words.ts'],
  ['app/dashboard/said.ts', '#messages/words.ts'],
  ['messages/languages.ts', '#lib/domain/item-state.ts'],
  ['scripts/gallery/draw.ts', '#emails/mail.ts'],
  ['app/dashboard/page.tsx', '#lib/features/items/refresh-item.ts'],
  ['lib/features/items/refresh-item.ts', '../../adapters/plaid/get-item.ts'],
  ['lib/features/items/refresh-item.test.ts', '../../../scripts/testing/client.ts'],
  ['lib/adapters/plaid/get-item.ts', '../vault/open.ts'],
  ['lib/adapters/vault/open.ts', '#lib/env.ts'],
  ['lib/worker/handlers.ts', '../features/items/refresh-item.ts'],
  ['sandbox/main.ts', 'jose'],
  ['lib/domain/egg.ts', './chicken.ts'],
]
const plain = ['lib/env.ts', 'lib/adapters/db/client.ts', 'lib/domain/item-state.ts', 'lib/domain/utils.ts']
const alsoPlain = [
  'messages/words.ts',
  'app/admin/part.ts',
  'emails/mail.ts',
  'scripts/testing/client.ts',
  'lib/domain/orphan.ts',
]

const skeleton = mkdtempSync(join(tmpdir(), 'relink-rules-'))
let brokenRules = new Map<string, string[]>()

beforeAll(async () => {
  const imports = [...planted.map(([, file, imported]) => [file, imported] as const), ...allowed]
  for (const file of [...plain, ...alsoPlain]) write(file, 'export const here = true\n')
  for (const [file, imported] of imports) write(file, `import * as it from '${imported}'\nexport const what = it\n`)
  for (const name of ['package.json', 'tsconfig.json', 'node_modules', '.dependency-cruiser.cjs']) {
    symlinkSync(join(repositoryFolder, name), join(skeleton, name))
  }
  brokenRules = await cruise()
}, 60_000)

afterAll(() => rmSync(skeleton, { recursive: true }))

describe('the import rules', () => {
  it.each(planted)('%s stops %s from importing %s', (rule, file) => {
    expect(brokenRules.get(file)).toContain(rule)
  })

  it('no-orphans stops a module that nobody imports', () => {
    expect(brokenRules.get('lib/domain/orphan.ts')).toEqual(['no-orphans'])
  })

  it.each(allowed.filter(([file]) => file !== 'lib/domain/egg.ts'))('let %s import %s', (file) => {
    expect(brokenRules.get(file)).toBeUndefined()
  })
})

function write(file: string, text: string): void {
  mkdirSync(dirname(join(skeleton, file)), { recursive: true })
  writeFileSync(join(skeleton, file), text)
}

/** Which rules each file of the skeleton breaks. */
async function cruise(): Promise<Map<string, string[]>> {
  const script = join(repositoryFolder, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'app',
    'lib',
    'emails',
    'messages',
    'e2e',
    'sandbox',
    'scripts',
  ]
  // The exit code counts the violations; here they are wanted.
  const command = `cd "${skeleton}" && "${process.execPath}" "${script}" ${args.join(' ')} || true`
  const report = Report.parse(JSON.parse(await run('sh', ['-c', command])))
  const byFile = new Map<string, string[]>()
  for (const { from, rule } of report.summary.violations) byFile.set(from, [...(byFile.get(from) ?? []), rule.name])
  return byFile
}
