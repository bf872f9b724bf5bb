import type { Advice } from '#lib/domain/advice.ts'
import type { ItemState } from '#lib/domain/item-state.ts'
import type { Language } from '#lib/domain/language.ts'
import type { LinkSource } from '../../_link/link-session.client.tsx'
import type { JointPosition } from '../../_ui/joint.tsx'
import type { Check } from './checking-pane.client.tsx'
import type { FlowWords } from './flow-words.tsx'
import type { InvitationWords } from './invitation-pane.client.tsx'
import type { Parties } from './parties.tsx'
import type { Proof } from './use-check.client.ts'

/** What the page shows, one at a time. */
export type View =
  | { pane: 'invitation' }
  | { pane: 'advice'; advice: Advice }
  | { pane: 'refused'; code: string }
  | { pane: 'checking'; check: Check }
  | { pane: 'not_yet'; check: Check; trouble: string | null }
  | { pane: 'proved'; check: Check; provedAt: Date; proof: Proof | null }
  | { pane: 'healthy' }

/** Everything that the server has written for an open link. */
export type ReconnectFlowProps = {
  token: string
  source: LinkSource
  parties: Parties
  itemState: ItemState
  position: JointPosition
  language: Language
  invitation: InvitationWords
  words: FlowWords
}
