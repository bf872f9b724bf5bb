import { connect as connectTo, createServer, type Socket } from 'node:net'
import pg from 'pg'

export type DatabaseWay = {
  /** A connection that goes another way. */
  past: pg.Client
  /** Whoever is connected, or connects, hears nothing more, as behind a firewall that forgot them. */
  goSilent: () => void
  /** Cuts who is connected off. */
  cut: () => void
  /** New connections pass again. Those that went silent stay so. */
  reopen: () => void
  close: () => Promise<void>
}

/** A way to the test's database that can be blocked. Relink takes it when this is called before anything else. */
export async function openDatabaseWay(): Promise<DatabaseWay> {
  const databaseUrl = process.env.DATABASE_URL ?? ''
  const { hostname, port } = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isOpen = true
  const server = createServer((near) => {
    join(near)
    if (!isOpen) return
    const far = join(connectTo(Number(port || 5432), hostname))
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  function join(socket: Socket): Socket {
    sockets.add(socket)
    // Either end may go at any time; who uses the way hears of it from its own socket.
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
  }
  function cut(): void {
    for (const socket of sockets) socket.destroy()
  }
  process.env.DATABASE_URL = addressOf(databaseUrl, server.address())
  const past = new pg.Client({ connectionString: databaseUrl })
  await past.connect()
  return {
    past,
    goSilent() {
      isOpen = false
      for (const socket of sockets) socket.unpipe().pause()
    },
    cut,
    reopen() {
      isOpen = true
    },
    async close() {
      cut()
      server.close()
      await past.end()
    },
  }
}

function addressOf(databaseUrl: string, address: ReturnType<ReturnType<typeof createServer>['address']>): string {
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(typeof address === 'object' && address ? address.port : 0)
  return url.href
}
