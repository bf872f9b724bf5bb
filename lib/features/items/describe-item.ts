import { db, inTransaction, type Transaction } from '#lib/adapters/db/client.ts'
import { lockItem } from '#lib/adapters/db/lock-item.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { getAccounts } from '#lib/adapters/plaid/get-accounts.ts'
import { getInstitution } from '#lib/adapters/plaid/get-institution.ts'
import { getItem, type ItemAnswer } from '#lib/adapters/plaid/get-item.ts'
import { PlaidFault } from '#lib/adapters/plaid/plaid-fault.ts'
import { dayMs } from '#lib/domain/durations.ts'
import { log } from '#lib/log.ts'
import { webhookColumns } from './note-webhook.ts'
import { createAccounts } from './prove-repair.ts'

/** What a bank is called whose name Plaid has not told. */
export const unnamedBank = 'Your bank'

/**
 * Stores what Plaid tells of a newly linked Item: its bank, its accounts, how it is. Done again it does nothing.
 * @throws PlaidFault when Plaid or the bank does not answer, so that the caller tries again later
 */
export async function describeItem(itemId: string, now: Date): Promise<void> {
  const item = await db().item.findUnique({ where: { id: itemId, state: { not: 'removed' } } })
  if (!item || (await isDescribed(db(), itemId))) return
  const answer = await getItem(item)
  const accounts = await getAccounts(item)
  const institutionId = answer.institutionId ? await keepInstitution(answer.institutionId, now) : null
  await inTransaction(async (tx) => {
    const current = await lockItem(tx, itemId)
    if (!current || (await isDescribed(tx, itemId))) return
    // Whoever asked meanwhile knows better how it is.
    const health = current.version === item.version ? await healthColumns(tx, item.plaidItemId, answer, now) : {}
    const bank = { institutionId, institutionName: answer.institutionName ?? unnamedBank }
    await tx.item.update({ where: { id: itemId }, data: { ...bank, ...health }, select: { id: true } })
    await createAccounts(tx, itemId, accounts)
    await recordHistory(tx, { itemId, at: now }, { kind: 'connected', accounts: accounts.length })
  })
}

async function isDescribed(tx: Transaction, itemId: string): Promise<boolean> {
  return (await tx.historyEntry.count({ where: { itemId, kind: 'connected' } })) > 0
}

async function healthColumns(tx: Transaction, plaidItemId: string, answer: ItemAnswer, now: Date) {
  return {
    checkedAt: now,
    fullyCheckedAt: now,
    // The first check writes the regular time; a day shows early whether webhooks arrive.
    nextCheckAt: new Date(now.getTime() + dayMs),
    expiresAt: answer.consentExpiresAt,
    lastUpdateAt: answer.lastUpdateAt,
    ...(await webhookColumns(tx, { plaidItemId, state: 'healthy' }, answer.webhook)),
  }
}

/** Stores what Plaid tells about a bank. An Item works without it, so a refusal is noted and no more. */
async function keepInstitution(institutionId: string, now: Date): Promise<string | null> {
  try {
    const { institutionId: id, ...facts } = await getInstitution(institutionId)
    const columns = { ...facts, hasLogo: facts.logo !== null, refreshedAt: now }
    await db().institution.upsert({ where: { id }, create: { id, ...columns }, update: columns })
    return id
  } catch (fault) {
    if (!(fault instanceof PlaidFault)) throw fault
    log.warn({ institutionId, errorCode: fault.code }, 'items: no details of the institution')
    return null
  }
}
