import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

/** What a page says when it broke on our side. `digest` finds the matching line in our log. */
export function OurFault({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  return (
    <div className="person">
      <main className="mx-auto grid w-full max-w-[468px] flex-1 content-center gap-6 p-6">
        <Icon name="warning" size={24} className="text-ink-2" />
        <div className="grid gap-2" role="alert">
          <h1>Something broke on our side</h1>
          <p className="lead">Nothing of yours was lost; please try again in a minute.</p>
        </div>
        <Button variant="primary" size="xl" className="justify-self-start max-sm:w-full" onClick={onRetry}>
          Try again
        </Button>
        {digest ? (
          <p className="quiet text-sm">
            If you write to us, this number helps: <code>{digest}</code>
          </p>
        ) : null}
      </main>
    </div>
  )
}
