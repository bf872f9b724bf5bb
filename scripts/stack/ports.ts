import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether a server could listen on this port of this machine now. */
export async function isPortFree(port: number): Promise<boolean> {
  // A server on all interfaces leaves 127.0.0.1 bindable on some systems, so a caller is tried as well.
  return (await canListen(port)) && !(await answers(port))
}

/** A port that nobody uses, chosen by the system. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port.')),
      )
    })
  })
}

/** The first free port at or above `wanted`. */
export async function firstFreePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100; port++) if (await isPortFree(port)) return port
  return freePort()
}

/** Who listens on this port, as far as the system tells us (Linux only): `node (process 4711)`. */
export function whoListensOn(port: number): string | undefined {
  const inode = listeningSockets().get(port)
  if (!inode) return undefined
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (holdsSocket(pid, inode)) return `${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()} (process ${pid})`
  }
  return undefined
}

/** Waits until `url` answers 200; gives up when `stopped` says that there is nobody left to wait for. */
export async function waitUntilReady(url: string, timeoutMs: number, stopped: () => boolean): Promise<boolean> {
  const deadline = Date.now() + timeoutMs
  while (Date.now() < deadline && !stopped()) {
    if (await isReady(url)) return true
    await sleep(50)
  }
  return false
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false // nobody listens yet
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost' })
    socket.once('connect', () => resolve(Boolean(socket.destroy())))
    socket.once('error', () => resolve(false))
  })
}

/** Listening TCP ports and the inode of their socket, from the kernel's own tables. */
function listeningSockets(): Map<number, string> {
  const sockets = new Map<number, string>()
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readOrEmpty(() => readFileSync(table, 'utf8'))
      .split('\n')
      .slice(1)) {
      const columns = line.trim().split(/\s+/)
      const [port, state, inode] = [columns[1]?.split(':')[1], columns[3], columns[9]]
      if (port && inode && state === '0A') sockets.set(Number.parseInt(port, 16), inode)
    }
  }
  return sockets
}

function holdsSocket(pid: string, inode: string): boolean {
  const folder = `/proc/${pid}/fd`
  return readOrEmpty(() => readdirSync(folder).join(' '))
    .split(' ')
    .some((fd) => fd !== '' && readOrEmpty(() => readlinkSync(`${folder}/${fd}`)) === `socket:[${inode}]`)
}

/** Tables of other people's processes may be closed to us or gone a moment later: then they say nothing. */
function readOrEmpty(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}
