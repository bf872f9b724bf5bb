import type { ReactNode } from 'react'
import type { ShownState } from './state-words.ts'

/** Open while broken, near while Link is up or we check, closed only once the repair is proved. */
export type JointPosition = 'open' | 'near' | 'closed'

const drawings: Record<JointPosition, { bankEnd: string; companyEnd: string; middle: ReactNode }> = {
  open: {
    bankEnd: 'M2 28H14M26 19.5H22.5a8.5 8.5 0 0 0 0 17H26',
    companyEnd: 'M90 28H78M66 19.5h3.5a8.5 8.5 0 0 1 0 17H66',
    middle: <path className="air" d="M35.5 28h24" />,
  },
  near: {
    bankEnd: 'M2 28H25M39.5 19.5H33.5a8.5 8.5 0 0 0 0 17H39.5',
    companyEnd: 'M90 28H67M52.5 19.5h6a8.5 8.5 0 0 1 0 17h-6',
    middle: <path className="air" d="M46 28h1" />,
  },
  closed: {
    bankEnd: 'M2 28H23M46 16.5H34.5a11.5 11.5 0 0 0 0 23H46',
    companyEnd: 'M90 28H69M46 39.5h11.5a11.5 11.5 0 0 0 0-23H46',
    middle: <path className="done-check" d="m39.5 28.5 4.5 4.5 8.5-9.5" />,
  },
}

type JointProps = {
  position: JointPosition
  state: ShownState
  /** The picture as a sentence, for instance "The connection between First Platypus Bank and Fernway is open". */
  label: string
  /** A tile of 56 px at each end. */
  bank: ReactNode
  company: ReactNode
}

/** The one picture of the product: two half-links between a bank and a company. */
export function Joint({ position, state, label, bank, company }: JointProps) {
  const { bankEnd, companyEnd, middle } = drawings[position]
  return (
    <div className={`joint ${position}`} data-state={state} role="img" aria-label={label}>
      {bank}
      <svg className="gap" viewBox="0 0 92 56" aria-hidden="true">
        <path className="end-a" d={bankEnd} />
        <path className="end-b" d={companyEnd} />
        {middle}
      </svg>
      {company}
    </div>
  )
}
