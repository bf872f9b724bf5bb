import { db } from '#lib/adapters/db/client.ts'

/** What a person did last about an incident, as the history has it. */
export type LastStep = { incidentId: string; at: Date; kind: string; detail: unknown }

/** By incident. The kinds are those of an index, which has nothing else. */
export async function readLastSteps(incidentIds: string[]): Promise<Map<string, LastStep>> {
  const steps = await db().$queryRaw<LastStep[]>`
    SELECT incidents.id AS "incidentId", step.at, step.kind, step.detail
    FROM incidents CROSS JOIN LATERAL (
      SELECT at, kind, detail FROM history_entries
      WHERE item_id = incidents.item_id AND at >= incidents.opened_at
        AND kind IN ('update_mode_started', 'link_exited', 'repair_not_proved')
      ORDER BY at DESC LIMIT 1) AS step
    WHERE incidents.id = ANY(${incidentIds})`
  return new Map(steps.map((step) => [step.incidentId, step]))
}

/** How many notices went out, by incident. As a `_count` of the list Prisma would group all notices there are. */
export async function countSentNotices(incidentIds: string[]): Promise<Map<string, number>> {
  const groups = await db().notice.groupBy({
    by: ['incidentId'],
    where: { incidentId: { in: incidentIds }, state: 'sent' },
    _count: true,
  })
  return new Map(groups.map(({ incidentId, _count }) => [incidentId, _count]))
}
