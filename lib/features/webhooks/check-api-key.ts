import { createHash, timingSafeEqual } from 'node:crypto'
import { env } from '#lib/env.ts'

/** Whether an `Authorization` header carries API_KEY. Always false where no key is set: the door is then shut. */
export function isApiKey(authorization: string | null): boolean {
  const { API_KEY } = env()
  const given = authorization?.match(/^Bearer (.+)$/)?.[1]
  if (!API_KEY || !given) return false
  return timingSafeEqual(sha256(API_KEY), sha256(given))
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
