import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { isBroken } from '#lib/domain/item-state.ts'
import { type ItemForAdmin, readItemForAdmin } from '#lib/features/admin/read-item.ts'
import { requireAdmin } from '../../../_auth/require-user.ts'
import { PageHead } from '../../_parts/page-head.tsx'
import { ItemFacts } from './_parts/item-facts.tsx'
import { bankHeadingId, ItemSummary } from './_parts/item-summary.tsx'
import { ItemTimeline } from './_parts/item-timeline.tsx'
import { NextMessages } from './_parts/next-messages.tsx'
import type { NoticeAct } from './_parts/notice-act-words.ts'
import { NoticeActions } from './_parts/notice-actions.client.tsx'
import { Standing } from './_parts/standing.tsx'
import { Unconfirmed } from './_parts/unconfirmed.tsx'

type ItemPageProps = { params: Promise<{ itemId: string }> }

/** Read once for title and page, and only for admins. */
const itemForPage = cache(async (itemId: string) => {
  await requireAdmin(`/admin/items/${encodeURIComponent(itemId)}`)
  return readItemForAdmin(itemId)
})

export async function generateMetadata({ params }: ItemPageProps): Promise<Metadata> {
  const item = await itemForPage((await params).itemId)
  return { title: item ? (item.person.name ?? item.person.email) : 'No such Item' }
}

/** One Item: the answer first, the evidence under it, the facts beside. */
export default async function ItemPage({ params }: ItemPageProps) {
  const item = await itemForPage((await params).itemId)
  if (!item) notFound()
  const now = new Date()
  return (
    <main>
      <PageHead
        title={item.person.name ?? item.person.email}
        from={{ title: 'Broken Items', href: '/admin' }}
        actions={
          <NoticeActions
            itemId={item.itemId}
            who={item.person.name ?? item.person.email}
            bank={item.institution.name}
            acts={actsOf(item)}
            focusAfter={bankHeadingId}
          />
        }
      />
      <div className="grid flex-1 content-start xl:grid-cols-[minmax(0,1fr)_344px] xl:content-stretch">
        <div className="grid min-w-0 content-start gap-6 px-4 pt-5 pb-6 xl:px-6 xl:pt-6 xl:pr-8 xl:pb-12">
          <div className="grid gap-3.5">
            <ItemSummary item={item} now={now} />
            <Unconfirmed told={item.unconfirmed} now={now} />
            <Standing item={item} now={now} />
            <NextMessages item={item} now={now} />
          </div>
          <ItemTimeline item={item} now={now} />
        </div>
        <ItemFacts item={item} now={now} />
      </div>
    </main>
  )
}

function actsOf({ state, incident }: ItemForAdmin): NoticeAct[] {
  if (!isBroken(state) || !incident || incident.stoppedAt) return []
  return [incident.heldAt ? 'release' : 'hold', 'stop', 'send']
}
