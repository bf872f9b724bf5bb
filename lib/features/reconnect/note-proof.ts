import { inTransaction } from '#lib/adapters/db/client.ts'
import { signOf } from '#lib/domain/link-steps.ts'
import type { UsableLink } from './find-reconnect-link.ts'

/** Keeps that a session led to a proved repair, for figures. */
export async function noteProof(link: UsableLink, linkSessionId: string, now: Date): Promise<void> {
  const step = { kind: 'proved', at: now, errorCode: null, exitStatus: null, requestId: null } as const
  await inTransaction(async (tx) => {
    const session = await tx.linkSession.findFirst({ where: { id: linkSessionId, reconnectLinkId: link.linkId } })
    if (!session) return
    const data = [{ ...step, linkSessionId: session.id, sign: signOf(step) }]
    await tx.linkSessionStep.createMany({ data, skipDuplicates: true })
  })
}
