import { ownTimeZone } from '../_browser/own-time-zone.client.ts'
import { askServer, type Refusal } from './ask-server.client.ts'
import { fieldsOf, textOrNull } from './read-json.ts'

/** Hands Link's public token to our server, which exchanges it once. Answers with the refusal, or null. */
export async function savePublicToken(publicToken: string): Promise<Refusal | null> {
  const answer = await askServer('/api/items', { publicToken, timeZone: ownTimeZone() ?? undefined }, (body) =>
    textOrNull(fieldsOf(body).itemId),
  )
  return answer.ok ? null : answer.refusal
}
