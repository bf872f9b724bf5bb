import { redirect } from 'next/navigation'
import { currentUser } from './_auth/require-user.ts'
import { brand } from './_ui/brand.ts'
import { ButtonLink } from './_ui/button.tsx'
import { Icon } from './_ui/icon.tsx'
import { Joint } from './_ui/joint.tsx'
import { Aside, MessageSheet } from './_ui/message-sheet.tsx'
import { BrandTile, Tile } from './_ui/tile.tsx'

/** The front page: what this place is for, and the way in. */
export default async function FrontPage() {
  if (await currentUser()) redirect('/dashboard')
  const company = brand()
  return (
    <MessageSheet
      picture={
        <Joint
          position="open"
          state="removed"
          label={`Your bank and ${company.name}, with a gap between them`}
          bank={
            <Tile size={56}>
              <Icon name="bank" size={24} />
            </Tile>
          }
          company={<BrandTile brand={company} size={56} />}
        />
      }
      title={`Your banks at ${company.name}`}
      lead="Now and then a bank stops sharing: after a new password, or a new security step. Here you see which one, and put it right by signing in to it once."
    >
      <ButtonLink href="/sign-in" variant="primary" size="xl" block>
        Sign in
      </ButtonLink>
      <Aside icon="mail">
        Here because of an e-mail about your bank? Its button takes you straight to reconnecting. You don’t need to sign
        in.
      </Aside>
    </MessageSheet>
  )
}
