import { type ReconnectContext, reconnectForm } from '#app/_http/reconnect-route.ts'
import { askForHelp } from '#lib/features/reconnect/ask-for-help.ts'

/** The form "Ask for help": support is told, and the person gets their case to show. */
export function POST(request: Request, context: ReconnectContext): Promise<Response> {
  return reconnectForm(request, context, 'help', async ({ token, now }) => {
    await askForHelp(token, now)
    return '?help'
  })
}
