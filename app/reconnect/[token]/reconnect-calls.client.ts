import type { Advice } from '#lib/domain/advice.ts'
import { askServer } from '../../_link/ask-server.client.ts'
import { type LinkReport, readHostedTicket, readTicket } from '../../_link/link-ticket.ts'
import { fieldsOf } from '../../_link/read-json.ts'
import type { TicketWish } from '../../_link/use-link.client.tsx'
import { readAdvice } from './use-check.client.ts'

function pathOf(token: string, act: string): string {
  return `/api/reconnect/${encodeURIComponent(token)}/${act}`
}

/** Asks our server for a session of Link, or for one on Plaid's own page. */
export function askForTicket(token: string, wish: TicketWish) {
  return askServer(pathOf(token, 'link-token'), wish, (body) => readHostedTicket(body) ?? readTicket(body))
}

/**
 * Tells our server how Link ended; it judges by all that it knows of this bank what to say now. Where it cannot be
 * reached the person is told the least that is true.
 */
export async function tellEnd(token: string, { end, events, linkSessionId }: LinkReport): Promise<Advice> {
  if (linkSessionId === null || (end.type !== 'success' && end.type !== 'exit')) return 'left'
  const isExit = end.type === 'exit'
  const told = {
    linkSessionId,
    plaidSessionId: isExit ? end.linkSessionId : null,
    events: events.filter(({ at }) => !Number.isNaN(Date.parse(at))),
    end: isExit
      ? {
          type: end.type,
          errorType: end.errorType,
          errorCode: end.errorCode,
          status: end.status,
          requestId: end.requestId,
        }
      : { type: end.type },
  }
  const answer = await askServer(pathOf(token, 'link-end'), told, fieldsOf)
  const advice = answer.ok ? readAdvice(answer.value.advice) : null
  return advice ?? (isExit && end.errorCode !== null ? 'other' : 'left')
}
