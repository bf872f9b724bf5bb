import * as z from 'zod/mini'
import { askServer, type Refusal } from './ask-server.client.ts'

const connected = z.object({ itemId: z.string() })

/** Hands Link's public token to our server, which exchanges it once. Answers with the refusal, or null. */
export async function savePublicToken(publicToken: string): Promise<Refusal | null> {
  const answer = await askServer('/api/items', { publicToken }, connected)
  return answer.ok ? null : answer.refusal
}
