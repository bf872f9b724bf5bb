'use client'

import { OurFault } from './_ui/our-fault.tsx'
import './_ui/styles/globals.css'

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void }

/** When even the frame broke: the whole document, without anything that could break again. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>Something broke on our side</title>
        <OurFault digest={error.digest} onRetry={reset} />
      </body>
    </html>
  )
}
