import type { z } from 'zod'

export type AskSandbox = ReturnType<typeof askAt>

/** Asks the sandbox that listens there, and reads what it answers. */
export function askAt(url: string) {
  return async <Schema extends z.ZodType>(schema: Schema, method: string, path: string, body?: unknown) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const answer: unknown = await response.json()
    if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${path}: ${JSON.stringify(answer)}`)
    return schema.parse(answer)
  }
}
