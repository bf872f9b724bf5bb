import type { z } from 'zod'
import { jsonOf } from '#lib/domain/json-of.ts'
import { log } from '#lib/log.ts'
import { readAtMost } from '#lib/read-at-most.ts'

// The longest that a page of ours sends is what happened in a Link session, of up to 200 events.
const mostJsonBytes = 256 * 1024
const mostFormBytes = 4096

/**
 * A request's JSON in the form of `schema`; null when it is none, or of another form.
 * @throws BodyTooLarge
 */
export async function readJson<Shape>(request: Request, schema: z.ZodType<Shape>): Promise<Shape | null> {
  return schema.safeParse(jsonOf(await readAtMost(request.body, mostJsonBytes))).data ?? null
}

/**
 * A request's form, either way of writing one; what is no form has no fields.
 * @throws BodyTooLarge
 */
export async function readForm(request: Request): Promise<FormData> {
  const body = await readAtMost(request.body, mostFormBytes)
  const type = request.headers.get('content-type') ?? ''
  try {
    return await new Response(body, { headers: { 'Content-Type': type } }).formData()
  } catch (error) {
    log.debug({ err: error }, 'a body is not a form')
    return new FormData()
  }
}
