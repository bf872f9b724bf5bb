import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { run } from './child.ts'
import { dataFolder, repositoryFolder } from './folders.ts'
import { oneAtATime } from './one-at-a-time.ts'

const sources = [
  'app/**/*',
  'lib/**/*',
  'emails/**/*',
  'messages/**/*',
  'public/**/*',
  'prisma/schema.prisma',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.*',
  'postcss.config.*',
  'tsconfig.json',
  'package-lock.json',
]
const buildsKept = 3

type Build = { folder: string; isNew: boolean }

/** The folder with the server as built from the sources as they are now; builds first when there is none. */
export async function buildApp(): Promise<Build> {
  const builds = join(dataFolder, 'builds')
  mkdirSync(builds, { recursive: true })
  return oneAtATime(join(dataFolder, 'build.lock'), async () => {
    const folder = join(builds, sourcesHash())
    if (existsSync(folder)) return { folder, isNew: false }
    await run(process.execPath, [join(repositoryFolder, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    })
    // Moved away, so that a later build cannot pull the files from under a running server.
    renameSync(completeServer(), folder)
    forgetOldBuilds(builds)
    return { folder, isNew: true }
  })
}

/** Adds to Next's standalone server what Next leaves to a web server in front; answers its folder. */
function completeServer(): string {
  const output = join(repositoryFolder, '.next')
  const standalone = join(output, 'standalone')
  cpSync(join(output, 'static'), join(standalone, '.next', 'static'), { recursive: true })
  const publicFolder = join(repositoryFolder, 'public')
  if (existsSync(publicFolder)) cpSync(publicFolder, join(standalone, 'public'), { recursive: true })
  // Next copies `.env` along; what it held at build time must not come back at run time.
  for (const file of globSync('.env*', { cwd: standalone })) rmSync(join(standalone, file))
  return standalone
}

/** One hash over everything that goes into a build. */
function sourcesHash(): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of globSync(sources, { cwd: repositoryFolder }).sort()) {
    const path = join(repositoryFolder, file)
    if (/\.test\.tsx?$/.test(file) || !statSync(path).isFile()) continue
    hash.update(`${file}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

function forgetOldBuilds(builds: string): void {
  const byAge = readdirSync(builds)
    .map((name) => ({ path: join(builds, name), at: statSync(join(builds, name)).ctimeMs }))
    .sort((left, right) => right.at - left.at)
  for (const { path } of byAge.slice(buildsKept)) rmSync(path, { recursive: true, force: true })
}
