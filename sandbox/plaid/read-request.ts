import type { z } from 'zod'
import { refuse } from './refusal.ts'

function fieldName(path: readonly PropertyKey[], key?: string): string {
  return [...path, ...(key === undefined ? [] : [key])].map(String).join('.')
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  )
}

function invalidRequest(errorCode: string, errorMessage: string) {
  return refuse(errorCode, { error_type: 'INVALID_REQUEST', error_message: errorMessage })
}

/** Plaid's refusal of one field. */
export function invalidField(field: string, complaint: string) {
  return invalidRequest('INVALID_FIELD', `${field} ${complaint}`)
}

export function missingFields(fields: readonly string[]) {
  return invalidRequest('MISSING_FIELDS', `the following required fields are missing: ${fields.join(', ')}`)
}

/** Parses a request; what does not fit is refused as Plaid does: missing fields first, then unknown, then wrong ones. */
export function readRequest<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  const missing = issues
    .filter((issue) => issue.code !== 'custom' && valueAt(body, issue.path) === undefined)
    .map((issue) => fieldName(issue.path))
  if (missing.length > 0) throw missingFields(missing)
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => fieldName(issue.path, key)) : [],
  )
  if (unknown.length > 0) {
    const message = `the following fields are not recognized by this endpoint: ${unknown.join(', ')}`
    throw invalidRequest('UNKNOWN_FIELDS', message)
  }
  const [first] = issues
  throw invalidField(fieldName(first?.path ?? []), first?.message ?? 'is not valid')
}
