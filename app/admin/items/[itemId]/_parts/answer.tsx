import { classifyError } from '#lib/domain/error-class.ts'
import type { HistoryFact } from '#lib/domain/history.ts'
import type { HistoryView, ItemForAdmin } from '#lib/features/admin/read-item.ts'
import { Ago } from '../../../_parts/ago.client.tsx'
import { reasonWords } from '../../../_parts/reason-words.ts'
import { deliveryWords } from './delivery.ts'

type AnswerProps = { item: ItemForAdmin; now: Date }

/** What happened to the connection, what the person was told, and how far they came. */
export function Answer({ item, now }: AnswerProps) {
  const lately = item.history.filter((entry) => item.incident && entry.at >= item.incident.openedAt)
  return (
    <p className="max-w-[68ch] text-md">
      <Condition item={item} now={now} />{' '}
      {item.incident ? (
        <strong className="font-semibold">
          <Told item={item} lately={lately} now={now} /> <Ruled item={item} lately={lately} now={now} />
          <CameBack lately={lately} now={now} />
        </strong>
      ) : null}
    </p>
  )
}

function Condition({ item, now }: AnswerProps) {
  const since = <Ago at={item.stateSince} now={now} />
  const bank = item.institution.name
  switch (item.state) {
    case 'healthy':
      return <>Data flows. The connection became healthy {since}.</>
    case 'disconnecting_soon':
      return <>Still works, but ends {item.expiresAt ? <Ago at={item.expiresAt} now={now} /> : 'soon'}.</>
    case 'login_required':
      return (
        <>
          Broke {since}. {bank}{' '}
          {isBankFirst(item)
            ? 'wants something settled on its own site first, then a new sign-in.'
            : 'wants its person to sign in again.'}
        </>
      )
    case 'consent_needed':
      return (
        <>
          Broke {since}. {bank} lacks a permission of its person.
        </>
      )
    case 'access_revoked':
      return <>The person stopped sharing {since}.</>
    case 'unsupported':
      return <>Broke {since} and cannot come back; the person has to connect the bank anew.</>
    case 'removed':
      return <>Removed {since}. Nothing more happens to it.</>
  }
}

function isBankFirst({ errorType, errorCode }: ItemForAdmin): boolean {
  return errorCode !== null && classifyError({ errorType: errorType ?? '', errorCode }) === 'bank_first'
}

type LatelyProps = AnswerProps & { lately: HistoryView[] }

function Told({ item, lately, now }: LatelyProps) {
  const sent = item.incident?.noticesSent ?? 0
  const last = newest(lately, ['notice_sent', 'notice_failed', 'notice_dropped'])
  const isOnItsWay = item.waiting.some(({ messageId }) => messageId !== null)
  if (last?.fact.kind === 'notice_failed' && !isOnItsWay) {
    return <>The last message could not be sent: {reasonWords(last.fact.reason)}.</>
  }
  if (sent === 0) {
    if (isOnItsWay) return <>A message is on its way.</>
    return last?.fact.kind === 'notice_dropped' ? <>Not told: {reasonWords(last.fact.reason)}.</> : <>Not told yet.</>
  }
  const lastSent = newest(lately, ['notice_sent'])
  const delivery = deliveryWords(item.messages.filter(({ createdAt }) => isOf(item.incident, createdAt)))
  return (
    <>
      Told {times(sent)}
      {delivery ? `, ${delivery}` : null}
      {lastSent ? (
        <>
          , {sent > 1 ? 'last ' : ''}
          <Ago at={lastSent.at} now={now} />
        </>
      ) : null}
      .{isOnItsWay ? ' One more is on its way.' : null}
    </>
  )
}

function Ruled({ item, lately, now }: LatelyProps) {
  if (!item.incident) return null
  const { handedOver, heldAt, stoppedAt } = item.incident
  const by = (kind: 'notices_held' | 'notices_stopped') => {
    const fact = newest(lately, [kind])?.fact
    return fact && 'adminEmail' in fact ? `by ${fact.adminEmail} ` : ''
  }
  return (
    <>
      {handedOver ? (
        <>
          Handed to support <Ago at={handedOver.at} now={now} />.{' '}
        </>
      ) : null}
      {heldAt ? (
        <>
          Held {by('notices_held')}
          <Ago at={heldAt} now={now} />.{' '}
        </>
      ) : null}
      {stoppedAt ? (
        <>
          Stopped {by('notices_stopped')}
          <Ago at={stoppedAt} now={now} />.{' '}
        </>
      ) : null}
    </>
  )
}

function isOf(incident: ItemForAdmin['incident'], at: Date): boolean {
  return incident !== null && at >= incident.openedAt
}

function CameBack({ lately, now }: { lately: HistoryView[]; now: Date }) {
  const last = newest(lately, ['update_mode_started', 'link_exited', 'repair_not_proved'])
  if (!last) return <>Has not come back yet.</>
  const { fact } = last
  const when = <Ago at={last.at} now={now} />
  if (fact.kind === 'link_exited') {
    const why = fact.errorCode ?? fact.status
    return (
      <>
        Left Link {when}
        {why ? `: ${why}` : ''}.
      </>
    )
  }
  if (fact.kind === 'repair_not_proved') return <>Finished Link {when}, but the repair was not proved.</>
  return <>Opened Link {when}.</>
}

function newest(history: HistoryView[], kinds: HistoryFact['kind'][]): HistoryView | undefined {
  return history.find(({ fact }) => kinds.includes(fact.kind))
}

function times(count: number): string {
  return ['never', 'once', 'twice'][count] ?? `${count} times`
}
