import { z } from 'zod'
import { type ReconnectContext, reconnectForm } from '#app/_http/reconnect-route.ts'
import { laters } from '#lib/domain/later.ts'
import { chooseLater } from '#lib/features/reconnect/choose-later.ts'

const later = z.enum(laters)

/** The form "I'll try later". */
export function POST(request: Request, context: ReconnectContext): Promise<Response> {
  return reconnectForm(request, context, 'later', async ({ token, form, now }) => {
    const chosen = later.safeParse(form.get('later'))
    if (!chosen.success) return ''
    await chooseLater(token, chosen.data, now)
    return '?later'
  })
}
