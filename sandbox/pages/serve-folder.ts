import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Context } from 'hono'

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Names of files and folders as ours are; nothing that climbs out of the folder. */
const safePath = /^(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)+$/

/** Serves the files of a folder under a path. Browsers ask again each time, so that an edit shows at once. */
export function serveFolder(prefix: string, folder: URL) {
  return async (c: Context): Promise<Response> => {
    const path = c.req.path.slice(prefix.length)
    const contentType = contentTypes[extname(path)]
    if (!contentType || !safePath.test(path)) return c.notFound()
    const file = await readFile(new URL(path, folder)).catch(() => null)
    if (!file) return c.notFound()
    return c.body(file, 200, { 'content-type': contentType, 'cache-control': 'no-cache' })
  }
}
