'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { retryDeadLetter } from '#lib/features/admin/retry-dead-letter.ts'
import { requireAdmin } from '../../_auth/require-user.ts'
import type { Said } from '../_parts/outcome.client.tsx'

const wish = z.object({ id: z.uuid() })

/** Puts one job that was given up back to work. */
export async function retryAction(form: FormData): Promise<Said> {
  await requireAdmin('/admin/dead-letters')
  const { id } = wish.parse({ id: form.get('id') })
  const result = await retryDeadLetter(id)
  revalidatePath('/admin', 'layout')
  if (result.outcome === 'retried') {
    return {
      went: true,
      title: 'Tried again',
      more: 'It is back in its queue. If it fails for a day, it returns here.',
    }
  }
  return { went: false, title: 'Not tried again', more: 'Somebody else has taken it up already.' }
}
