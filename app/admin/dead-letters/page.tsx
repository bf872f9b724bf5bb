import type { Metadata } from 'next'
import { readDeadLetters } from '#lib/features/admin/read-dead-letters.ts'
import { requireAdmin } from '../../_auth/require-user.ts'
import { EmptyState } from '../../_ui/empty-state.tsx'
import { ListActions } from '../_parts/list-actions.client.tsx'
import { ListPager } from '../_parts/list-pager.tsx'
import { placeHref, readPlace } from '../_parts/list-place.ts'
import { ListTable } from '../_parts/list-table.tsx'
import { NoRows } from '../_parts/no-rows.tsx'
import { PageHead } from '../_parts/page-head.tsx'
import { DeadLetter } from './_parts/dead-letter.tsx'
import { retryAction } from './actions.ts'

export const metadata: Metadata = { title: 'Dead letters' }

const address = { path: '/admin/dead-letters' }
const columns = [
  { title: 'Person' },
  { title: 'Institution', width: '15%' },
  { title: 'Job', width: '15%' },
  { title: 'Error', width: '28%' },
  { title: 'Given up', width: '13%' },
  { title: 'Act', width: '104px' },
]

type DeadLettersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Jobs that failed on every try, and a button that tries them again. */
export default async function DeadLettersPage({ searchParams }: DeadLettersPageProps) {
  const place = { ...readPlace(await searchParams), search: null }
  await requireAdmin(placeHref(place, address))
  const { rows, total, next } = await readDeadLetters({ after: place.trail.at(-1) ?? null })
  const now = new Date()
  return (
    <main>
      <PageHead title="Dead letters" sub="Jobs that failed on every try, about a day of them" />
      <ListActions action={retryAction}>
        {rows.length === 0 ? (
          <NoRows place={place} address={address} gone="The jobs that stood here were tried again.">
            <EmptyState title="Every job was done">
              A job shows up here when it has failed for about a day, with its error and a button that tries it again.
            </EmptyState>
          </NoRows>
        ) : (
          <>
            <ListTable title="Dead letters" caption="Jobs that were given up, the newest first" columns={columns}>
              {rows.map((row) => (
                <DeadLetter key={row.id} row={row} now={now} />
              ))}
            </ListTable>
            <ListPager
              place={place}
              address={address}
              order="Newest first"
              shown={rows.length}
              total={total}
              next={next}
            />
          </>
        )}
      </ListActions>
    </main>
  )
}
