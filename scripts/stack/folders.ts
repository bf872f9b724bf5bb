import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repositoryFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const dataFolder = join(repositoryFolder, '.data')
export const logFolder = join(dataFolder, 'logs')

/** The account that a server runs as; undefined means "as whoever started us". */
export type ServerUser = { uid: number; gid: number } | undefined

/** PostgreSQL refuses to run as root, so root lends it the account that every system has for such things. */
export function databaseServerUser(): ServerUser {
  if (process.getuid?.() !== 0) return undefined
  const nobody = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody')
  return { uid: Number(nobody?.[2] ?? 65534), gid: Number(nobody?.[3] ?? 65534) }
}

/** Whether `user` may walk into this folder: a checkout below root's own home (mode 0700) is closed to others. */
export function canEnter(folder: string, user: ServerUser): boolean {
  if (!user) return true
  for (let path = folder; ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (path === dirname(path)) return true
  }
}

/** A folder for temporary things that the database server can enter too. */
export function temporaryRoot(user: ServerUser): string {
  const candidates = [tmpdir(), '/tmp', '/var/tmp']
  const found = candidates.find((folder) => statSync(folder, { throwIfNoEntry: false }) && canEnter(folder, user))
  if (!found) throw new Error(`None of ${candidates.join(', ')} can be entered by the account that runs PostgreSQL.`)
  return found
}

/** Where PostgreSQL keeps this checkout's data: in `.data`, or, where its account cannot go there, below the temp folder. */
export function databaseFolder(): string {
  const user = databaseServerUser()
  mkdirSync(dataFolder, { recursive: true })
  if (canEnter(dataFolder, user)) return join(dataFolder, 'postgres')
  const checkout = createHash('sha256').update(repositoryFolder).digest('hex').slice(0, 12)
  const folder = join(temporaryRoot(user), `relink-${checkout}`)
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  refuseStrangersFolder(folder)
  return join(folder, 'postgres')
}

/** Anybody may make folders in the temp folder; one that we did not make could be a trap. */
function refuseStrangersFolder(folder: string): void {
  const { uid } = lstatSync(folder)
  const isFolder = lstatSync(folder).isDirectory()
  if (isFolder && uid === process.getuid?.()) return
  throw new Error(
    `${folder} belongs to somebody else: remove it, or move this checkout to a folder that others can enter.`,
  )
}
