import { inTransaction, type Transaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { countOperatorAlert } from '#lib/adapters/metrics/registry.ts'
import { dayMs } from '#lib/domain/durations.ts'
import { lookUpError } from '#lib/domain/error-class.ts'
import type { Hint } from '#lib/domain/hint.ts'
import { log } from '#lib/log.ts'

type Place = { itemId: string; at: Date }

/**
 * Tells whoever runs this installation of an error that no person can settle: in the log, the metrics, the Item's
 * history and, through that, in the console. Every check meets it again, so once a day is enough.
 */
export async function alertOperator(tx: Transaction, errorCode: string, { itemId, at }: Place): Promise<void> {
  const known = await tx.historyEntry.findFirst({
    where: {
      itemId,
      kind: 'operator_alerted',
      at: { gt: new Date(at.getTime() - dayMs) },
      detail: { path: ['errorCode'], equals: errorCode },
    },
    select: { id: true },
  })
  if (known) return
  log.error({ itemId, errorCode }, 'items: an error is for an operator')
  countOperatorAlert(errorCode)
  await recordHistory(tx, { itemId, at }, { kind: 'operator_alerted', errorCode })
}

/**
 * Alerts the operator to an error that was reported, whatever Plaid answers about the Item since: one of our set-up,
 * which `/item/get` does not show, or one that Plaid's reference does not have, of which all that we make is a guess.
 */
export async function heedReport(itemId: string, hint: Hint, now: Date): Promise<void> {
  if (hint.type !== 'reported_broken' || !hint.error) return
  const { error } = hint
  const { errorClass, familiarity } = lookUpError(error)
  if (errorClass !== 'operator' && familiarity === 'known') return
  await inTransaction((tx) => alertOperator(tx, error.errorCode, { itemId, at: now }))
}
