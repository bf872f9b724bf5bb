import { db } from '#lib/adapters/db/client.ts'
import { dayMs } from '#lib/domain/durations.ts'

/** An error that is for an operator, with the Item that met it last. */
export type OperatorAlert = { errorCode: string; items: number; at: Date; itemId: string }

const alertDays = 7
const mostRead = 1_000
const mostCodes = 5

/** What operators were alerted to in the last seven days, by code, the newest first. */
export function readOperatorAlerts(now: Date): Promise<OperatorAlert[]> {
  const since = new Date(now.getTime() - alertDays * dayMs)
  // The words of the inner condition are those of the index, which has these entries and nothing else.
  return db().$queryRaw<OperatorAlert[]>`
    SELECT code AS "errorCode", count(DISTINCT item_id)::int AS items, max(at) AS at,
      (array_agg(item_id ORDER BY at DESC))[1] AS "itemId"
    FROM (SELECT detail ->> 'errorCode' AS code, item_id, at FROM history_entries
          WHERE kind = 'operator_alerted' AND at >= ${since} ORDER BY at DESC LIMIT ${mostRead}) AS alerts
    GROUP BY code ORDER BY max(at) DESC LIMIT ${mostCodes}`
}
