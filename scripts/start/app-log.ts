import { z } from 'zod'

const warn = 40 // pino's number
const error = 50
const LogLine = z.object({
  level: z.number(),
  msg: z.string().default(''),
  err: z.object({ message: z.string() }).optional(),
})

/** What of the app's log belongs on the terminal as well: warnings, errors, and what is no log line but on stderr. */
export function terminalLine(line: string, stream: 'stdout' | 'stderr'): string | undefined {
  const entry = line.startsWith('{') ? LogLine.safeParse(parseOrNothing(line)).data : undefined
  if (!entry) return stream === 'stderr' && line.trim() !== '' ? `app: ${line}` : undefined
  if (entry.level < warn) return undefined
  const words = [entry.msg, entry.err?.message].filter((word) => word && word !== '')
  return `app ${entry.level >= error ? 'error' : 'warning'}: ${[...new Set(words)].join(': ')}`
}

function parseOrNothing(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined // not a log line after all
  }
}
