import type { ItemForAdmin } from '#lib/features/admin/read-item.ts'
import type { WaitingView } from '#lib/features/admin/read-messages.ts'
import { Icon } from '../../../../_ui/icon.tsx'
import { LocalTime } from '../../../../_ui/local-time.client.tsx'
import { Ago } from '../../../_parts/ago.client.tsx'
import { waitWords } from '../../../_parts/reason-words.ts'
import { Attempts, heardAtOf } from './attempts.tsx'
import { kindWords, stepName } from './step-name.ts'

type NextMessagesProps = { item: ItemForAdmin; now: Date }

/** What the person of a broken Item is told next, when, and why it has not gone yet. */
export function NextMessages({ item, now }: NextMessagesProps) {
  if (!item.incident) return null
  return (
    <section className="grid gap-2 rounded-md border border-line bg-sunken px-4 py-3" aria-labelledby="next">
      <h3 id="next" className="flex items-center gap-2 text-sm">
        <Icon name="clock" className="text-ink-2" />
        What waits
      </h3>
      {item.waiting.length === 0 ? (
        <p className="text-ink-2">{nothingWords(item.incident)}</p>
      ) : (
        <ul className="grid gap-2.5">
          {item.waiting.map((step) => (
            <Step key={step.noticeId} step={step} item={item} now={now} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Step({ step, item, now }: NextMessagesProps & { step: WaitingView }) {
  const message = item.messages.find(({ messageId }) => messageId === step.messageId)
  const { decidedAt } = item.person.reach
  return (
    <li className="wrap-anywhere">
      <p>
        <strong className="font-semibold">{stepName(step)}</strong>{' '}
        <span className="text-ink-2">{kindWords[step.kind]}</span>
      </p>
      <p className="text-ink-2">
        {step.dueAt > now ? 'Due ' : 'Was due '}
        <LocalTime at={step.dueAt} format="inline" now={now} /> (<Ago at={step.dueAt} now={now} />
        ). {step.messageId ? 'On its way.' : `Waits for ${waitWords(step.waitsFor, step.dueAt <= now)}.`}{' '}
        {!step.messageId && step.dueAt <= now && decidedAt && decidedAt > now ? (
          <>
            Looked at again <LocalTime at={decidedAt} format="inline" now={now} />.
          </>
        ) : null}
      </p>
      {message ? <Attempts attempts={message.attempts} heardAt={heardAtOf(item.history)} now={now} /> : null}
    </li>
  )
}

function nothingWords({ stoppedAt, handedOver }: NonNullable<ItemForAdmin['incident']>): string {
  if (stoppedAt) return 'Nothing: an admin has stopped all messages about this incident.'
  if (handedOver) return 'Nothing: no more messages go out by themselves.'
  return 'Nothing more is planned for this incident.'
}
