import { type ItemState, isBroken } from '#lib/domain/item-state.ts'
import type { DashboardItem } from '#lib/features/items/read-dashboard.ts'
import { ConnectionCard } from './connection-card.tsx'

type ConnectionsProps = { items: DashboardItem[]; company: string; now: Date }

const over: readonly ItemState[] = ['access_revoked', 'unsupported']

/** All banks in groups: those that need the person, those that work, those that are over. */
export function Connections({ items, company, now }: ConnectionsProps) {
  const needing = items.filter(({ state }) => isBroken(state) && !over.includes(state))
  const working = items.filter(({ state }) => state === 'healthy')
  const ended = items.filter(({ state }) => over.includes(state))
  const onlyOneGroup = [needing, working, ended].filter(({ length }) => length > 0).length === 1
  const showHead = onlyOneGroup ? 'sr' : 'sec'
  return (
    <div className="conns">
      {needing.length > 0 ? <h2 className="sr">Waiting for you</h2> : null}
      {needing.map((item, index) => (
        <ConnectionCard key={item.itemId} item={item} company={company} now={now} first={index === 0} />
      ))}
      <Pair title="Working" headClass={showHead} items={working} company={company} now={now} />
      <Pair title="No longer shared" headClass={showHead} items={ended} company={company} now={now} />
    </div>
  )
}

type PairProps = ConnectionsProps & { title: string; headClass: string }

function Pair({ title, headClass, items, company, now }: PairProps) {
  if (items.length === 0) return null
  return (
    <>
      <h2 className={headClass}>{title}</h2>
      <div className="pair">
        {items.map((item) => (
          <ConnectionCard key={item.itemId} item={item} company={company} now={now} />
        ))}
      </div>
    </>
  )
}
