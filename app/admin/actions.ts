'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { type SendMailResult, sendMail } from '#lib/features/admin/send-mail.ts'
import { requireAdmin } from '../_auth/require-user.ts'

const itemIdSchema = z.string().min(1).max(64)

/** Sends the person of an Item a mail, as an admin asks for it. */
export async function sendMailAction(itemId: string): Promise<SendMailResult> {
  const admin = await requireAdmin()
  const known = itemIdSchema.parse(itemId)
  const result = await sendMail({ itemId: known, adminId: admin.userId, adminEmail: admin.email }, new Date())
  revalidatePath(`/admin/items/${known}`)
  return result
}
