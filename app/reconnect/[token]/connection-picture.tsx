import { Joint, type JointPosition } from '../../_ui/joint.tsx'
import type { ShownState } from '../../_ui/state-words.ts'
import type { Parties } from './parties.tsx'

const sayings: Record<JointPosition, string> = { open: 'is open', near: 'is nearly closed', closed: 'is closed' }

type ConnectionPictureProps = { parties: Parties; position: JointPosition; state: ShownState }

/** The joint with this page's bank and company at its ends. */
export function ConnectionPicture({ parties: { bank, company }, position, state }: ConnectionPictureProps) {
  return (
    <Joint
      position={position}
      state={state}
      label={`The connection between ${bank.name} and ${company.name} ${sayings[position]}`}
      bank={bank.tile}
      company={company.tile}
    />
  )
}
