import { openCallBook } from '../plaid/call-book.ts'
import { stopMailEvents } from '../resend/mail-events.ts'
import type { Sandbox } from '../sandbox.ts'
import { emptyState } from '../state/state.ts'
import { stopRetries } from '../webhooks/attempt-delivery.ts'

/** Empties everything. Signing keys stay: a receiver may hold them for a day, and they say nothing about Items. */
export function startOver(sandbox: Sandbox): void {
  stopRetries(sandbox)
  stopMailEvents(sandbox)
  const { signingKeys } = sandbox.store.state
  Object.assign(sandbox.store.state, emptyState(), { signingKeys })
  sandbox.moods.keyEndpointDown = false
  sandbox.moods.linkWebhooksOff = false
  sandbox.moods.mailRefusals = []
  sandbox.moods.mailOutcomes = []
  sandbox.moods.mailDisturbances = []
  sandbox.moods.pushDisturbances = []
  sandbox.moods.calls = openCallBook()
  sandbox.moods.callLimits = sandbox.options.callLimits
  sandbox.moods.chaos = null
  sandbox.store.changed()
}
