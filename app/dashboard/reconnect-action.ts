'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { startFromDashboard } from '#lib/features/reconnect/start-from-dashboard.ts'
import { requireUser } from '../_auth/require-user.ts'

const formSchema = z.object({ itemId: z.string().min(1).max(64) })

/** Leads the person to the reconnect page of one of their own banks; where it works again meanwhile, shows that. */
export async function reconnectAction(form: FormData): Promise<void> {
  const { userId } = await requireUser()
  const { itemId } = formSchema.parse({ itemId: form.get('itemId') })
  const started = await startFromDashboard({ itemId, userId }, new Date())
  if (started) redirect(`/reconnect/${started.token}`)
  refresh()
}
