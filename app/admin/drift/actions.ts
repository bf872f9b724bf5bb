'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { pointStrayedWebhooks } from '#lib/features/admin/point-strayed-webhooks.ts'
import { isPlaidFault } from '#lib/features/items/is-plaid-fault.ts'
import { type PointResult, pointWebhookAtUs } from '#lib/features/items/point-webhook-at-us.ts'
import { requireAdmin } from '../../_auth/require-user.ts'
import type { Said } from '../_parts/outcome.client.tsx'

const wish = z.union([
  z.object({ itemId: z.string().min(1).max(64) }),
  z.object({
    page: z
      .string()
      .max(2_000)
      .transform((key) => key || null),
  }),
])

/** Has Plaid send the webhooks of one Item, or of a page of them, to this installation. */
export async function pointAction(form: FormData): Promise<Said> {
  await requireAdmin('/admin/drift')
  const wanted = wish.parse(Object.fromEntries(form))
  const said = 'page' in wanted ? await pointPage(wanted.page) : await pointOne(wanted.itemId)
  revalidatePath('/admin/drift')
  return said
}

async function pointPage(after: string | null): Promise<Said> {
  const count = await pointStrayedWebhooks(after)
  const many = count === 1 ? '1 Item' : `${count} Items`
  return { went: true, title: `${many} queued`, more: 'Each leaves this list as soon as Plaid has taken the address.' }
}

async function pointOne(itemId: string): Promise<Said> {
  try {
    return words(await pointWebhookAtUs(itemId, new Date()))
  } catch (error) {
    if (!isPlaidFault(error)) throw error
    return { went: false, title: 'Not set', more: 'Plaid does not answer now. Please try again later.' }
  }
}

function words(result: PointResult): Said {
  if (result.outcome === 'pointed') {
    return { went: true, title: 'Address set', more: 'Plaid sends this Item’s webhooks here from now on.' }
  }
  if (result.outcome === 'refused') {
    return { went: false, title: 'Plaid refused', more: `It says ${result.errorCode}. The Item was checked again.` }
  }
  const more = result.reason === 'removed' ? 'The Item was removed.' : 'There is no such Item any more.'
  return { went: false, title: 'Not set', more }
}
