import { ButtonLink } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { PageHead } from '../../_parts/page-head.tsx'

/** An address that names no Item. */
export default function ItemNotFound() {
  return (
    <main>
      <PageHead title="No such Item" from={{ title: 'Broken Items', href: '/admin' }} />
      <div className="grid flex-1 content-center">
        <EmptyState title="This Item is not here" action={<ButtonLink href="/admin">See broken Items</ButtonLink>}>
          The address may have lost a letter, or the Item was deleted with its person.
        </EmptyState>
      </div>
    </main>
  )
}
