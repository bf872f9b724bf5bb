import type { ReactNode } from 'react'
import type { ItemForAdmin } from '#lib/features/admin/read-item.ts'
import { LocalTime } from '../../../../_ui/local-time.client.tsx'
import { stateForConsole } from '../../../../_ui/state-words.ts'
import { LinkSessions } from './link-sessions.tsx'
import { reachFacts } from './reach-facts.ts'

/** What is stored about an Item: the column beside the timeline, or below it where the window is narrow. */
export function ItemFacts({ item, now }: { item: ItemForAdmin; now: Date }) {
  const when = (at: Date | null) => (at ? <LocalTime at={at} format="moment" now={now} /> : null)
  return (
    <aside
      className="border-line border-t text-sm sm:columns-2 sm:gap-0 xl:columns-auto xl:border-t-0 xl:border-l xl:py-2"
      aria-label="Facts"
    >
      <FactGroup title="Item">
        <Fact name="Plaid Item id" value={<code className="select-all">{item.plaidItemId}</code>} />
        <Fact name="Institution" value={idOf(item.institution.institutionId)} />
        <Fact name="State" value={stateForConsole(item.state)} />
        <Fact name="Since" value={when(item.stateSince)} />
        <Fact name="Error type" value={idOf(item.errorType)} />
        <Fact name="Error code" value={idOf(item.errorCode)} />
        <Fact name="Reason" value={idOf(item.errorCodeReason)} />
        <Fact name="Plaid says" value={item.displayMessage} />
        <Fact name="Access ends" value={when(item.expiresAt)} />
        <Fact name="Last data" value={when(item.lastUpdateAt) ?? 'none yet'} />
        <Fact name="Checked" value={when(item.checkedAt) ?? 'not yet'} />
        <Fact name="Connected" value={when(item.connectedAt)} />
        <Fact name="New accounts" value={when(item.newAccountsAt)} />
      </FactGroup>
      <FactGroup title="Webhooks" ruled>
        <Fact name="Sent to" value={item.webhookUrl === '' ? 'nowhere' : (item.webhookUrl ?? 'not asked yet')} />
        <Fact name="Last sent" value={when(item.lastWebhook?.sentAt ?? null)} />
        <Fact name="Code" value={idOf(item.lastWebhook?.code ?? null)} />
      </FactGroup>
      <section className="break-inside-avoid border-line px-5 py-3 xl:border-t">
        <h3 className="mb-1.5 font-medium text-ink-3 text-xs">Accounts</h3>
        <ul>
          {item.accounts.map((account) => (
            <li key={account.plaidAccountId} className="flex gap-2 border-line py-1.5 not-first:border-t">
              <span className="min-w-0 grow wrap-anywhere">
                {account.name}
                {account.revokedAt ? (
                  <small className="block text-ink-3 text-xs">
                    withdrawn <LocalTime at={account.revokedAt} format="inline" now={now} />
                  </small>
                ) : null}
              </span>
              {account.mask ? <span className="num text-ink-2">•• {account.mask}</span> : null}
            </li>
          ))}
        </ul>
        {item.accounts.length === 0 ? <p className="text-ink-2">None is shared.</p> : null}
      </section>
      <LinkSessions sessions={item.linkSessions} now={now} />
      <FactGroup title="Person" ruled>
        <Fact name="Name" value={item.person.name ?? 'not given'} />
        <Fact name="E-mail" value={item.person.email} />
        <Fact name="Other Items" value={item.person.otherItems} />
        {reachFacts(item.person.reach).map(({ name, value }) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </FactGroup>
    </aside>
  )
}

function FactGroup({ title, ruled = false, children }: { title: string; ruled?: boolean; children: ReactNode }) {
  return (
    <section className={`break-inside-avoid px-5 py-3 ${ruled ? 'border-line xl:border-t' : ''}`}>
      <h3 className="mb-2 font-medium text-ink-3 text-xs">{title}</h3>
      <dl className="grid grid-cols-[104px_minmax(0,1fr)] gap-x-2.5 gap-y-1.5">{children}</dl>
    </section>
  )
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  if (value === null) return null
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="num wrap-anywhere">{value}</dd>
    </>
  )
}

function idOf(id: string | null): ReactNode {
  return id === null ? null : <code>{id}</code>
}
