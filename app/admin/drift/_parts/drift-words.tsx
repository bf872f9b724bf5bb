import type { DriftList } from '#lib/features/admin/read-drift.ts'
import { EmptyState } from '../../../_ui/empty-state.tsx'

const person = { title: 'Person' }
const institution = { title: 'Institution', width: '18%' }

/** What each list is called, and its columns. */
export const driftColumns = {
  strayed: {
    title: 'Sent elsewhere',
    caption: 'Items whose webhooks Plaid sends to another address, by address',
    columns: [
      person,
      institution,
      { title: 'Webhooks go to', width: '32%' },
      { title: 'State', width: '15%' },
      { title: 'Act', width: '112px' },
    ],
  },
  missed: {
    title: 'Sent, never came',
    caption: 'Webhooks that Plaid says it sent and that never came, the newest first',
    columns: [
      person,
      institution,
      { title: 'Webhook', width: '24%' },
      { title: 'Sent', width: '14%' },
      { title: 'State now', width: '17%' },
    ],
  },
  swept: {
    title: 'Found by the sweep',
    caption: 'Changes that no webhook told of, the newest first',
    columns: [
      person,
      institution,
      { title: 'Became', width: '22%' },
      { title: 'Was', width: '17%' },
      { title: 'Found', width: '14%' },
    ],
  },
} satisfies Record<DriftList, { title: string; caption: string; columns: { title: string; width?: string }[] }>

/** What the rows mean, in a sentence above them. */
export function Remark({ list, ourUrl }: { list: DriftList; ourUrl: string }) {
  return (
    <p className="px-4 pt-3.5 pb-2 text-ink-2 wrap-anywhere lg:px-6">
      {list === 'strayed' ? (
        <>
          Plaid sends these Items’ webhooks elsewhere, so a breakage is found by the sweep only. Ours is{' '}
          <code className="select-all">{ourUrl}</code>.
        </>
      ) : null}
      {list === 'missed'
        ? 'Plaid says that it sent these, and nothing came since. The Item was checked all the same; the way here is what is wrong.'
        : null}
      {list === 'swept' ? 'No webhook told of these changes of the last 30 days; we found them by asking.' : null}
    </p>
  )
}

/** A list without rows. */
export function NoDrift({ list }: { list: DriftList }) {
  return <EmptyState title={empty[list].title}>{empty[list].more}</EmptyState>
}

const empty: Record<DriftList, { title: string; more: string }> = {
  strayed: {
    title: 'All webhooks come here',
    more: 'An Item shows up here when a check finds that Plaid sends its webhooks to another address, or to none.',
  },
  missed: {
    title: 'No webhook was lost',
    more: 'An Item shows up here when Plaid says it sent a webhook more than five minutes ago and none has come since.',
  },
  swept: {
    title: 'Nothing was found untold',
    more: 'A change shows up here when the sweep finds an Item broken or healed and no webhook had said so.',
  },
}
