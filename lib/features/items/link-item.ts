import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { recordHistory } from '#lib/adapters/db/record-history.ts'
import { exchangePublicToken } from '#lib/adapters/plaid/exchange-public-token.ts'
import { getAccounts } from '#lib/adapters/plaid/get-accounts.ts'
import { getInstitution } from '#lib/adapters/plaid/get-institution.ts'
import { getItem } from '#lib/adapters/plaid/get-item.ts'
import { PlaidFault } from '#lib/adapters/plaid/plaid-fault.ts'
import { log } from '#lib/log.ts'
import { webhookColumns } from './note-webhook.ts'
import { createAccounts } from './prove-repair.ts'

const firstCheckMs = 24 * 60 * 60 * 1000

/**
 * Keeps a newly linked Item: exchanges the public token, seals the access token, reads bank and accounts.
 * @returns our id of the Item
 * @throws PlaidFault when Plaid refuses the public token or does not answer
 */
export async function linkItem(input: { userId: string; publicToken: string }, now: Date): Promise<string> {
  const access = await exchangePublicToken(input.publicToken)
  const answer = await getItem(access)
  const accounts = await getAccounts(access)
  const institutionId = answer.institutionId ? await keepInstitution(answer.institutionId, now) : null
  return inTransaction(async (tx) => {
    const { id } = await tx.item.create({
      data: {
        ...access,
        userId: input.userId,
        institutionId,
        institutionName: answer.institutionName ?? 'Your bank',
        stateSince: now,
        createdAt: now,
        checkedAt: now,
        fullyCheckedAt: now,
        // The first check writes the regular time; a day shows early whether webhooks arrive.
        nextCheckAt: new Date(now.getTime() + firstCheckMs),
        expiresAt: answer.consentExpiresAt,
        lastUpdateAt: answer.lastUpdateAt,
        ...(await webhookColumns(tx, { ...access, state: 'healthy' }, answer.webhook)),
      },
    })
    await createAccounts(tx, id, accounts)
    await recordHistory(tx, { itemId: id, at: now }, { kind: 'connected', accounts: accounts.length })
    return id
  })
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
