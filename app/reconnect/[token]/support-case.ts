import type { SupportCase } from '#lib/features/reconnect/read-support-case.ts'
import type { Words } from './words.ts'

/** A case as plain text, to be mailed or read out: our own id of the Item, and Plaid's of its sessions and calls. */
export function caseText(found: SupportCase, t: Words): string {
  const { itemId, institutionName, errorCode, brokenSince, tries, sessions } = found
  const lines = [
    [t('reconnect.help.case'), itemId],
    [t('reconnect.help.bank'), institutionName],
    [t('reconnect.help.since'), minuteOf(brokenSince)],
    [t('reconnect.help.code'), errorCode ?? t('reconnect.help.noCode')],
    [t('reconnect.help.tries'), String(tries)],
    ...sessions.flatMap(({ plaidSessionId, startedAt, codes, requestIds }) => [
      [t('reconnect.help.session'), [minuteOf(startedAt), plaidSessionId ?? '', ...codes].filter(Boolean).join(', ')],
      ...(requestIds.length > 0 ? [[t('reconnect.help.requests'), requestIds.join(', ')]] : []),
    ]),
  ]
  return lines.map(([name = '', value = '']) => t('reconnect.help.line', { name, value })).join('\n')
}

/** For support, whose clocks differ: the same for all. */
function minuteOf(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
