'use client'

import { Button } from '../_ui/button.tsx'
import { EmptyState } from '../_ui/empty-state.tsx'
import { Icon } from '../_ui/icon.tsx'
import { Tag } from '../_ui/tag.tsx'

type ConsoleErrorProps = { error: Error & { digest?: string }; reset: () => void }

/** A console page that could not be read; the sidebar stays. */
export default function ConsoleError({ error, reset }: ConsoleErrorProps) {
  return (
    <main>
      <header className="pagehead max-lg:pl-14!">
        <h1>This page could not be read</h1>
      </header>
      <div className="grid flex-1 content-center" role="alert">
        <EmptyState
          picture={<Icon name="warning" size={24} className="text-login-required-solid" />}
          title="Nothing was changed"
          action={<Button onClick={reset}>Try again</Button>}
        >
          The server could not read the data, most often because the database is away for a moment.{' '}
          {error.digest ? (
            <>
              The log has more under <Tag mono>{error.digest}</Tag>
            </>
          ) : null}
        </EmptyState>
      </div>
    </main>
  )
}
