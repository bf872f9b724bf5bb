import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { isBroken } from '#lib/domain/item-state.ts'
import { readItemForAdmin } from '#lib/features/admin/read-item.ts'
import { requireAdmin } from '../../../_auth/require-user.ts'
import { PageHead } from '../../_parts/page-head.tsx'
import { ItemFacts } from './_parts/item-facts.tsx'
import { ItemSummary } from './_parts/item-summary.tsx'
import { ItemTimeline } from './_parts/item-timeline.tsx'
import { SendMail } from './_parts/send-mail.client.tsx'

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
        actions={isBroken(item.state) ? <SendMail itemId={item.itemId} /> : null}
      />
      <div className="grid flex-1 content-start xl:grid-cols-[minmax(0,1fr)_344px] xl:content-stretch">
        <div className="grid min-w-0 content-start gap-6 px-4 pt-5 pb-6 xl:px-6 xl:pt-6 xl:pr-8 xl:pb-12">
          <ItemSummary item={item} now={now} />
          <ItemTimeline item={item} now={now} />
        </div>
        <ItemFacts item={item} now={now} />
      </div>
    </main>
  )
}
