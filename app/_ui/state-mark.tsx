import { Icon } from './icon.tsx'
import { type ShownState, stateIcons } from './state-words.ts'

type StateProps = {
  state: ShownState
  /** From `stateForPerson` or `stateForConsole`. */
  words: string
}

/** For tables and cards: a coloured outline beside words in the ink of the text. */
export function StateText({ state, words }: StateProps) {
  return (
    <span className="state" data-state={state}>
      <Icon name={stateIcons[state]} />
      {words}
    </span>
  )
}

/** For heads: words and outline on the state's soft ground. Never in a column of a table. */
export function StateBadge({ state, words, large = false }: StateProps & { large?: boolean }) {
  return (
    <span className={large ? 'badge lg' : 'badge'} data-state={state}>
      <Icon name={stateIcons[state]} />
      {words}
    </span>
  )
}
