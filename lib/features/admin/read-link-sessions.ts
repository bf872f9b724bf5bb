import { db } from '#lib/adapters/db/client.ts'
import { type LinkStepKind, linkStepKinds } from '#lib/domain/link-steps.ts'
import { type UpdatePath, updatePaths } from '#lib/domain/update-path.ts'

/** One session of Link as support sees it: how far the person came, and where they got stuck. */
export type LinkSessionView = {
  sessionId: string
  plaidSessionId: string | null
  path: UpdatePath
  startedAt: Date
  isOver: boolean
  /** Oldest first. */
  steps: { kind: LinkStepKind; errorCode: string | null; exitStatus: string | null }[]
}

const mostSessions = 5
const mostSteps = 30

/** The last Link sessions of an Item, newest first. */
export async function readLinkSessions(itemId: string): Promise<LinkSessionView[]> {
  const rows = await db().linkSession.findMany({
    where: { incident: { itemId } },
    orderBy: { startedAt: 'desc' },
    take: mostSessions,
    include: { steps: { orderBy: [{ at: 'asc' }, { id: 'asc' }], take: mostSteps } },
  })
  return rows.map(({ id, plaidSessionId, path, startedAt, endedAt, steps }) => ({
    sessionId: id,
    plaidSessionId,
    path: updatePaths.find((one) => one === path) ?? 'embedded',
    startedAt,
    isOver: endedAt !== null,
    steps: steps.flatMap(({ kind, errorCode, exitStatus }) => {
      const known = linkStepKinds.find((one) => one === kind)
      return known ? [{ kind: known, errorCode, exitStatus }] : []
    }),
  }))
}
