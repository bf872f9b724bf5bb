import type { Metadata } from 'next'
import { callbackTarget } from '../../_auth/callback-target.ts'
import { brand } from '../../_ui/brand.ts'
import { Button, ButtonLink } from '../../_ui/button.tsx'
import { MessageSheet, Stamp } from '../../_ui/message-sheet.tsx'

export const metadata: Metadata = { title: 'Sign in' }

type ConfirmPageProps = { searchParams: Promise<{ to?: string | string[] }> }

/**
 * Where the mail's link leads. Mail scanners open links, and a sign-in link works once: so opening this page spends
 * nothing, and only the button goes on to the real address.
 */
export default async function ConfirmPage({ searchParams }: ConfirmPageProps) {
  const { to } = await searchParams
  const target = callbackTarget(typeof to === 'string' ? to : undefined)
  if (!target) return <BrokenLink />
  const { action, fields } = asForm(target)
  return (
    <MessageSheet
      picture={<Stamp icon="key" />}
      title={`Sign in to ${brand().name}`}
      lead="One more press, and you’re in. This step keeps mail programs, which open links by themselves, from using up yours."
    >
      <form action={action} method="get">
        {fields.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit" variant="primary" size="xl" block>
          Sign in
        </Button>
      </form>
    </MessageSheet>
  )
}

function BrokenLink() {
  return (
    <MessageSheet
      picture={<Stamp icon="link" />}
      title="This link isn’t whole"
      lead="Perhaps a part of it was cut off on the way. A new one takes a moment."
    >
      <ButtonLink href="/sign-in" variant="primary" size="xl" block>
        Get a new link
      </ButtonLink>
    </MessageSheet>
  )
}

/** A GET form drops the query of its address, so the query travels as fields. */
function asForm(target: string): { action: string; fields: [string, string][] } {
  const url = new URL(target, 'http://localhost')
  return { action: url.pathname, fields: [...url.searchParams] }
}
