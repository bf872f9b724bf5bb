/** How an attempt to bring a message over one channel stands. */
export type AttemptState = 'pending' | 'sent' | 'delivered' | 'bounced' | 'complained' | 'failed' | 'dropped'

/**
 * What a mail provider says later about an attempt. `isFinal`: the address takes nothing any more, as opposed to a full
 * mailbox or a server that is away for now.
 */
export type AttemptEvent =
  | { type: 'sent' }
  | { type: 'failed' }
  | { type: 'delivered' }
  | { type: 'bounced'; isFinal: boolean }
  | { type: 'complained' }

/**
 * Which word outweighs which. A provider's words come late, twice and in any order, so the weightiest stays. An arrival
 * disproves a failure; a bounce may follow an arrival (the next server gave it back); only who read it can complain.
 * What we dropped or have not recorded yet, but the provider has, was sent all the same.
 */
const weights: Record<AttemptState, number> = {
  dropped: 0,
  pending: 0,
  sent: 1,
  failed: 2,
  delivered: 3,
  bounced: 4,
  complained: 5,
}

/** The attempt's state after a word of the provider: the same for the same words in any order. */
export function afterEvent(state: AttemptState, event: AttemptEvent): AttemptState {
  // The provider goes on trying after a bounce that is not final.
  if (event.type === 'bounced' && !event.isFinal) return state
  return weights[event.type] > weights[state] ? event.type : state
}

/** Why no mail may go to the address any more after this word, or null where it still may. */
export function suppressedBy(event: AttemptEvent): 'bounced' | 'complained' | null {
  switch (event.type) {
    case 'bounced':
      return event.isFinal ? 'bounced' : null
    case 'complained':
      return 'complained'
    case 'sent':
    case 'failed':
    case 'delivered':
      return null
  }
}
