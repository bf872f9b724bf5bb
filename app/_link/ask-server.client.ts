import { fieldsOf, type Reader } from './read-json.ts'

/** Why our server refused, with a sentence for the person. */
export type Refusal = { code: string; message: string }

export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

const offline: Refusal = {
  code: 'offline',
  message: 'We couldn’t be reached. Check that you’re online, then try again.',
}
const ourFault: Refusal = {
  code: 'unexpected',
  message: 'Something broke on our side. Nothing of yours was lost; please try again in a minute.',
}
const patienceMs = 30_000

/** Asks one of our own routes; never throws, because every way to fail has a sentence that the page shows. */
export async function askServer<T>(
  path: string,
  body: unknown,
  read: Reader<T>,
  method: 'POST' | 'DELETE' = 'POST',
): Promise<Answer<T>> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    })
  } catch {
    return { ok: false, refusal: offline }
  }
  // A proxy in between may answer with a page of its own instead of JSON.
  const json: unknown = await response.json().catch(() => null)
  if (response.ok) {
    const value = read(json)
    return value === null ? { ok: false, refusal: ourFault } : { ok: true, value }
  }
  return { ok: false, refusal: readRefusal(json) ?? ourFault }
}

function readRefusal(body: unknown): Refusal | null {
  const { code, message } = fieldsOf(fieldsOf(body).error)
  return typeof code === 'string' && typeof message === 'string' ? { code, message } : null
}
