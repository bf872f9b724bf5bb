import { warningDrawing } from './warning-drawing.tsx'

/**
 * What a page says when it broke on our side. `digest` finds the matching line in our log.
 *
 * Every page loads this twice, for error.tsx and global-error.tsx. The kit's button and icon would bring Next's Link
 * and all drawings along each time, 10 kB gzip in all.
 */
export function OurFault({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  return (
    <div className="person">
      <main className="mx-auto grid w-full max-w-[468px] flex-1 content-center gap-6 p-6">
        <svg className="icon s24 text-ink-2" viewBox="0 0 20 20" aria-hidden="true">
          {warningDrawing}
        </svg>
        <div className="grid gap-2" role="alert">
          <h1>Something broke on our side</h1>
          <p className="lead">Nothing of yours was lost; please try again in a minute.</p>
        </div>
        <button type="button" className="btn primary xl justify-self-start max-sm:w-full" onClick={onRetry}>
          Try again
        </button>
        {digest ? (
          <p className="quiet text-sm">
            If you write to us, this number helps: <code>{digest}</code>
          </p>
        ) : null}
      </main>
    </div>
  )
}
