'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { OurFault } from './_ui/our-fault.tsx'

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void }

/** Any page that broke while the frame still stands. Trying again asks the server anew, not only the browser. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter()
  const retry = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return <OurFault digest={error.digest} onRetry={retry} />
}
