import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-drawings.tsx'
import { type ShownState, stateIcons } from './state-words.ts'

type CalloutProps = {
  state: ShownState
  /** Overrules the state's own drawing. */
  icon?: IconName
  small?: boolean
  /** `alert` for what failed just now, `status` for what changed by itself. */
  role?: 'alert' | 'status'
  children: ReactNode
}

/** A remark that must not be missed, on the soft ground of its state. */
export function Callout({ state, icon, small = false, role, children }: CalloutProps) {
  return (
    <div className={small ? 'callout sm' : 'callout'} data-state={state} role={role}>
      <Icon name={icon ?? stateIcons[state]} />
      <div className="grow">{children}</div>
    </div>
  )
}
