import { Joint, type JointPosition } from '../../_ui/joint.tsx'
import type { ShownState } from '../../_ui/state-words.ts'
import type { Parties } from './parties.tsx'

type ConnectionPictureProps = { parties: Parties; position: JointPosition; state: ShownState; isBusy?: boolean }

/** The joint with this page's bank and company at its ends; nearly closed while Link is being opened. */
export function ConnectionPicture({ parties, isBusy = false, ...still }: ConnectionPictureProps) {
  const { position, state } = isBusy ? ({ position: 'near', state: 'info' } as const) : still
  return (
    <Joint
      position={position}
      state={state}
      label={parties.sayings[position]}
      bank={parties.bank.tile}
      company={parties.company.tile}
    />
  )
}
