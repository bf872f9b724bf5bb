'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { type NoticeRuling, noticeRulings, type RuleResult, ruleNotices } from '#lib/features/admin/rule-notices.ts'
import { isPlaidFault } from '#lib/features/items/is-plaid-fault.ts'
import { askedBy, refreshItem } from '#lib/features/items/refresh-item.ts'
import { type SendNowResult, sendNow } from '#lib/features/notices/send-now.ts'
import { requireAdmin } from '../_auth/require-user.ts'
import { type BadReason, reasonProblem } from './_parts/reason-problem.ts'

const itemIdSchema = z.string().min(1).max(64)

// Written into the Item's history, where the next colleague reads it.
const reasonSchema = z.string().trim()

/** Tells the person of an Item now, as an admin asks for it, if Plaid says that it is still true. */
export async function sendNowAction(
  itemId: string,
  reason: string,
): Promise<SendNowResult | { outcome: 'not_sent'; reason: 'plaid_away' } | BadReason> {
  const admin = await requireAdmin()
  const known = itemIdSchema.parse(itemId)
  const said = reasonSchema.parse(reason)
  const problem = reasonProblem(said)
  if (problem) return { outcome: 'bad_reason', problem }
  const asked = { itemId: known, adminId: admin.userId, adminEmail: admin.email, reason: said }
  const now = new Date()
  try {
    await refreshItem(known, now, askedBy('notice'))
  } catch (fault) {
    if (!isPlaidFault(fault)) throw fault
    return { outcome: 'not_sent', reason: 'plaid_away' }
  }
  const result = await sendNow(asked, now)
  revalidatePath(`/admin/items/${known}`)
  return result
}

/** Holds, releases or stops what an Item's person is told, as an admin asks for it. */
export async function ruleNoticesAction(
  itemId: string,
  ruling: NoticeRuling,
  reason: string,
): Promise<RuleResult | BadReason> {
  const admin = await requireAdmin()
  const known = itemIdSchema.parse(itemId)
  const said = reasonSchema.parse(reason)
  const problem = reasonProblem(said)
  if (problem) return { outcome: 'bad_reason', problem }
  const asked = { itemId: known, ruling: z.enum(noticeRulings).parse(ruling), adminEmail: admin.email }
  const result = await ruleNotices({ ...asked, reason: said }, new Date())
  revalidatePath(`/admin/items/${known}`)
  return result
}
