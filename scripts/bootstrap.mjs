// What `npm start` and `npm test` do first, with nothing but the Node that is there: packages, then Node 24.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = dirname(dirname(fileURLToPath(import.meta.url)))
const packages = join(repository, 'node_modules')
const lockFile = join(repository, 'package-lock.json')
const stampFile = join(packages, '.relink-lock-hash')

/** Installs the packages when they are missing or older than the lock file, then runs `script` under Node 24. */
export async function bootstrap(script) {
  process.chdir(repository)
  await installPackages()
  const child = spawn(node24(), [join(repository, script), ...process.argv.slice(2)], {
    // The channel tells the script when this process dies without a word, so that it ends what it started.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, RELINK_STARTED_AT: String(startedAt) },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  endWithNpm(child)
  child.on('exit', (code) => process.exit(code ?? 1))
}

/** npm runs us in a shell, and a SIGTERM to npm ends that shell only: then we notice that our parent has changed. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 250).unref()
}

const startedAt = Date.now()

async function installPackages() {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  if (isInstalled(hash)) return
  const begun = Date.now()
  console.log('Installing packages, which takes about a minute.')
  // npm tells its scripts where it lives; without that (plain `node scripts/start.mjs`) the one on the PATH is taken.
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  const args = [...npm.slice(1), 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const { code, output } = await runQuietly(npm[0], args)
  if (code !== 0) fail(`${output.trimEnd()}\n\nThe packages could not be installed (npm ci, above).`)
  writeFileSync(stampFile, hash)
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  console.log(`  ${'packages'.padEnd(12)} ${'installed'.padEnd(44)} ${seconds.padStart(6)} s`)
}

function isInstalled(hash) {
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8') === hash
  const installedLock = join(packages, '.package-lock.json') // npm's own record, when somebody ran it by hand
  return existsSync(installedLock) && statSync(installedLock).mtimeMs >= statSync(lockFile).mtimeMs
}

/** The Node that came with the packages; else the one that runs this, when it is new enough. */
function node24() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const bundled = join(packages, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(bundled)) return bundled
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  fail(`There is no packaged Node for ${process.platform}-${process.arch}: install Node 24 or newer and try again.`)
}

function runQuietly(command, args) {
  return new Promise((resolve) => {
    // Naming an engine keeps Prisma's install script from downloading one; Relink brings its own (prisma/schema-engine.mjs).
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
