export const dynamic = 'force-dynamic'

import { checkReadiness } from '#lib/features/operations/check-readiness.ts'
import { log } from '#lib/log.ts'

/** The process can take webhooks: database and queue are there. */
export async function GET(): Promise<Response> {
  try {
    await checkReadiness()
    return Response.json({ status: 'ready' })
  } catch (error) {
    log.warn({ err: error }, 'not ready')
    return Response.json({ status: 'not_ready' }, { status: 503 })
  }
}
