import { z } from 'zod'
import { answer, refuse } from '#app/_http/answer.ts'
import { readJson } from '#app/_http/read-body.ts'
import { pageOf, type ReconnectContext, reconnectRoute } from '#app/_http/reconnect-route.ts'
import { proveRepair } from '#lib/features/items/prove-repair.ts'
import { judgeSession } from '#lib/features/reconnect/judge-session.ts'
import { noteProof } from '#lib/features/reconnect/note-proof.ts'
import { startNextBank } from '#lib/features/reconnect/start-next-bank.ts'

const body = z.object({ linkSessionId: z.uuid().nullable().default(null) })

/**
 * Link said that it succeeded, or the person came back from Plaid's own page: asks Plaid whether that is so. The
 * browser's word alone changes nothing.
 */
export function POST(request: Request, context: ReconnectContext): Promise<Response> {
  return reconnectRoute(request, context, 'confirm', async ({ link, now }) => {
    const parsed = await readJson(request, body)
    if (!parsed) return refuse('bad_request')
    const { linkSessionId } = parsed
    const doubt = linkSessionId === null ? null : await judgeSession(link, linkSessionId, now)
    // Who leaves a session that was to share more accounts has not lost the proof of the one before.
    const isProvedBefore = link.purpose === 'share_again' && doubt?.outcome === 'left'
    if (doubt && !isProvedBefore) return answer(doubt)
    const proof = await proveRepair(link.item.id, now)
    if (proof.outcome !== 'proved') return answer({ outcome: 'not_yet' })
    if (linkSessionId && !doubt) await noteProof(link, linkSessionId, now)
    const next = await startNextBank(link.item.userId, now)
    return answer({ ...proof, next: next && { url: pageOf(next.token), name: next.institutionName } })
  })
}
