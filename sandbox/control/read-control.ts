import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { z } from 'zod'

/** Parses a control request; no body counts as an empty one. A wrong one is refused with 400 and the reason. */
export async function readControl<Output>(context: Context, schema: z.ZodType<Output>): Promise<Output> {
  const text = await context.req.text()
  const parsed = schema.safeParse(parseJson(text === '' ? '{}' : text))
  if (parsed.success) return parsed.data
  const complaints = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
  throw new HTTPException(400, { message: complaints.join('; ') })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new HTTPException(400, { message: 'body: not JSON', cause })
  }
}
