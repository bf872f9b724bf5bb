import { randomBytes } from 'node:crypto'

/** Webhooks that are signed and odd: what is odd about each, and its body, about this Item or this Link token. */
export function oddWebhooks(plaidItemId: string, linkToken: string): [what: string, body: string][] {
  const item = (webhook_code: string, more: object) =>
    JSON.stringify({ webhook_type: 'ITEM', webhook_code, item_id: plaidItemId, ...more })
  const link = (webhook_code: string, more: object) =>
    JSON.stringify({ webhook_type: 'LINK', webhook_code, link_token: linkToken, ...more })
  const event = (timestamp: string, event_metadata: object) => ({ event_name: 'ERROR', timestamp, event_metadata })
  const at = new Date().toISOString()
  const events = (metadata: object, timestamp = at) => link('EVENTS', { events: [event(timestamp, metadata)] })
  const error = (error_code: string) => ({ error_type: 'ITEM_ERROR', error_code, display_message: null })
  // An index compresses what repeats itself.
  const endless = randomBytes(2500).toString('hex')
  return [
    ['is not JSON', 'no json at all'],
    ['is an empty list', '[]'],
    ['has wrong types', JSON.stringify({ webhook_type: 7, webhook_code: [], item_id: { a: 1 }, error: 'x' })],
    ['has a null error', item('ERROR', { error: null })],
    ['has a NUL byte in a name', JSON.stringify({ webhook_type: 'ITEM', webhook_code: 'A\0B', item_id: 'x\0y' })],
    ['has a NUL byte in the code of its error', item('ERROR', { error: error('NEW\0CODE') })],
    ['has half a character in the code of its error', item('ERROR', { error: error('HALF\ud83d') })],
    ['has an endless code of its error', item('ERROR', { error: error(endless) })],
    ['has half a character where a name is cut', item('ERROR', { error: error(`${'x'.repeat(199)}😀`) })],
    ['is nested ten thousand deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['is ten megabytes long', JSON.stringify({ webhook_type: 'ITEM', webhook_code: 'x'.repeat(10_000_000) })],
    ['ends in the year 9999', item('PENDING_DISCONNECT', { disconnect_time: '9999-12-31T23:59:59Z' })],
    ['ends in the year 0', item('PENDING_DISCONNECT', { disconnect_time: '0000-01-01T00:00:00Z' })],
    ['ends in the year 10000', item('PENDING_EXPIRATION', { consent_expiration_time: '9999-12-31T23:59:59-08:00' })],
    ['has an endless id', JSON.stringify({ webhook_type: 'ITEM', webhook_code: 'ERROR', item_id: endless })],
    ['has a NUL byte in a session’s id', link('SESSION_FINISHED', { status: 'EXITED', link_session_id: 'a\0b' })],
    ['has an endless session’s id', link('SESSION_FINISHED', { status: 'EXITED', link_session_id: endless })],
    ['has a NUL byte in an event', events({ error_code: 'A\0B', exit_status: 'a\0b', request_id: 'a\0b' })],
    ['has an endless code in an event', events({ error_code: endless, exit_status: endless, request_id: endless })],
    ['has an event of the year 0', events({ error_code: 'INVALID_MFA' }, '0000-01-01T00:00:00Z')],
    ['has ten thousand events', link('EVENTS', { events: Array(10_000).fill(event(at, { error_code: 'A' })) })],
    ['has events that are none', link('EVENTS', { events: [null, 7, { event_name: 'ERROR' }] })],
  ]
}
