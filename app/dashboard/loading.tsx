import { Bone } from '../_ui/bone.tsx'
import { PersonShell } from '../_ui/person-shell.tsx'
import './connection-card.css'
import './dashboard.css'

/** Real heads and bones in the shape of the cards, shown only when waiting would be felt. */
export default function DashboardLoading() {
  return (
    <PersonShell className="dash" homeHref="/dashboard" end={<Bone width={32} height={32} round={16} />}>
      <main aria-busy="true">
        <div className="headline">
          <h1>Your banks</h1>
        </div>
        <div className="cols later">
          <div className="conns">
            <BoneCard accounts={2} button />
            <BoneCard accounts={1} />
          </div>
        </div>
        <p className="sr" role="status">
          Your banks are on their way
        </p>
      </main>
    </PersonShell>
  )
}

function BoneCard({ accounts, button = false }: { accounts: number; button?: boolean }) {
  return (
    <div className="card conn" aria-hidden="true">
      <header>
        <span className="tile s44">
          <Bone width={44} height={44} round={12} />
        </span>
        <Bone width={180} height={14} />
        <Bone width={96} />
      </header>
      <div className="accts">
        {Array.from({ length: accounts }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bones have no names and never move
          <div key={index} className="flex h-6 items-center justify-between">
            <Bone width={150 - index * 30} />
            <Bone width={48} />
          </div>
        ))}
      </div>
      {button ? <Bone width={112} height={44} round={12} /> : null}
    </div>
  )
}
