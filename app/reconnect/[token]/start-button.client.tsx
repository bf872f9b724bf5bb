'use client'

import { Button } from '../../_ui/button.tsx'

type StartButtonProps = { words: string; opening: string; isBusy: boolean; isQuiet?: boolean; onStart: () => void }

/**
 * The way into Link. A form, because React keeps a submit that comes before the script has woken up, and carries it
 * out then; a plain click would be lost.
 */
export function StartButton({ words, opening, isBusy, isQuiet = false, onStart }: StartButtonProps) {
  return (
    <form
      className="start"
      action={() => {
        if (!isBusy) onStart()
      }}
    >
      <Button type="submit" variant={isQuiet ? 'secondary' : 'primary'} size="xl" block aria-busy={isBusy || undefined}>
        <span className="both">
          <span data-shown={!isBusy}>{words}</span>
          <span data-shown={isBusy} className="inline-flex items-center gap-4">
            {opening}
            <span className="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
          </span>
        </span>
      </Button>
    </form>
  )
}
