import type { ReactNode } from 'react'
import type { FoundBy, HistoryFact } from '#lib/domain/history.ts'
import type { ItemState } from '#lib/domain/item-state.ts'
import { Icon } from '../../../../_ui/icon.tsx'
import { StateText } from '../../../../_ui/state-mark.tsx'
import { stateForConsole, stateIcons } from '../../../../_ui/state-words.ts'
import { reasonWords } from '../../../_parts/reason-words.ts'
import { stepWords } from '../../../_parts/step-words.ts'
import { code, type FactWords, sentence } from './fact-parts.tsx'
import { tellingFactWords } from './telling-fact-words.tsx'

/** Puts a fact of the history into the console's words, with Plaid's own codes. */
export function factWords(fact: HistoryFact): FactWords {
  const says = (...details: ReactNode[]) => sentence(stepWords[fact.kind], details)
  switch (fact.kind) {
    case 'connected':
      return { mark: { icon: 'link', state: 'healthy' }, what: says(`${accounts(fact.accounts)} shared`) }
    case 'webhook_received':
      return { mark: { icon: 'inbox', state: 'info' }, what: says(webhook(fact)), proof: code(fact.deliveryId) }
    case 'webhook_ignored':
      return { mark: { icon: 'inbox' }, what: says(webhook(fact), reasonWords(fact.reason)) }
    case 'account_revoked':
      return {
        mark: { icon: 'state-access-revoked', state: 'access_revoked' },
        what: says('at the bank, this one account'),
        proof: code(fact.plaidAccountId),
      }
    case 'new_accounts_available':
      return { mark: { icon: 'plus', state: 'info' }, what: says('its person has not shared them') }
    case 'checked':
      return {
        mark: { icon: 'check', state: 'info' },
        what: says(code('/item/get'), fact.found === 'no_error' ? 'no error' : code(fact.found)),
        proof: code(fact.requestId),
      }
    case 'state_changed':
      return { mark: { icon: stateIcons[fact.to], state: fact.to, filled: true }, what: <Change {...fact} /> }
    case 'incident_opened':
      return { mark: { icon: 'plus' }, what: says() }
    case 'incident_reopened':
      return { mark: { icon: 'plus' }, what: says('broke again within an hour of its repair') }
    case 'incident_closed':
      return { mark: { icon: 'minus' }, what: says(reasonWords(fact.reason)) }
    case 'update_mode_started':
      return {
        mark: { icon: 'link', state: 'info' },
        what: says('from the reconnect link'),
        proof: code(fact.requestId),
      }
    case 'link_exited':
      return {
        mark: { icon: 'close', state: 'login_required' },
        what: says(code(fact.errorCode), code(fact.status)),
        proof: code(fact.linkSessionId),
      }
    case 'link_succeeded':
      return {
        mark: { icon: 'link', state: 'info' },
        what: says('the browser’s or Plaid’s word; the proof follows'),
        proof: code(fact.linkSessionId),
      }
    case 'repair_proved': {
      const missing = fact.missing === 0 ? 'none missing' : `${fact.missing} missing`
      const what = says(`${accounts(fact.accounts)}, ${missing}`)
      return { mark: { icon: 'state-healthy', state: 'healthy', filled: true }, what }
    }
    case 'repair_not_proved':
      return { mark: { icon: 'warning', state: 'login_required' }, what: says(code(fact.found)) }
    case 'outage_noted':
      return {
        mark: { icon: 'state-outage', state: 'outage' },
        what: says(code(fact.errorCode), 'passes by itself; the person is not told'),
      }
    case 'operator_alerted':
      return {
        mark: { icon: 'warning', state: 'disconnecting_soon' },
        what: says(code(fact.errorCode), 'for an operator; the person cannot settle it'),
      }
    case 'webhook_pointed':
      return { mark: { icon: 'inbox', state: 'info' }, what: says('to this installation'), proof: code(fact.requestId) }
    default:
      return tellingFactWords(fact)
  }
}

type ChangeProps = { from: ItemState; to: ItemState; errorCode: string | null; by: FoundBy | null }

function Change({ from, to, errorCode, by }: ChangeProps) {
  return (
    <>
      <StateText state={from} words={stateForConsole(from)} />
      <Icon name="arrow-right" size={14} />
      <span className="sr">became</span>
      <StateText state={to} words={stateForConsole(to)} />
      {code(errorCode)}
      {by === 'sweep' ? <span>found by the sweep, no webhook told</span> : null}
    </>
  )
}

function webhook(fact: { webhookType: string; webhookCode: string }): ReactNode {
  return code(`${fact.webhookType}: ${fact.webhookCode}`)
}

function accounts(count: number): string {
  return count === 1 ? '1 account' : `${count} accounts`
}
