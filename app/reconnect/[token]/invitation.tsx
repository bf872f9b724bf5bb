import type { AccountView } from '#lib/features/items/views.ts'
import type { OpenReconnectPage } from '#lib/features/reconnect/read-reconnect-page.ts'
import { Assurance, Assurances, Sheet } from '../../_link/sheet.tsx'
import { brand } from '../../_ui/brand.ts'
import { ButtonLink } from '../../_ui/button.tsx'
import type { JointPosition } from '../../_ui/joint.tsx'
import { linkScriptUrl } from '../../_ui/link-script.ts'
import { LocalTime } from '../../_ui/local-time.client.tsx'
import { nonce } from '../../_ui/nonce.ts'
import './accounts.css'
import { BankFirstAside, BankFirstSteps } from './bank-first.tsx'
import { ConnectionPicture } from './connection-picture.tsx'
import { invitationLead, invitationTitle } from './invitation-words.tsx'
import { partiesOf } from './parties.tsx'
import { ReconnectFlow } from './reconnect-flow.client.tsx'

/** An open link: one message, one action. All words are here without script; only the button needs it. */
export async function Invitation({ token, page }: { token: string; page: OpenReconnectPage }) {
  const now = new Date()
  const company = brand()
  const parties = partiesOf(page.institution, company)
  const position = jointPositionOf(page)
  const title = invitationTitle(page)
  const lead = invitationLead(page, company.name, now)
  const worksUntil = <LocalTime at={page.linkExpiresAt} format="day" now={now} className="nowrap" />
  if (page.itemState === 'unsupported') {
    return (
      <Sheet
        picture={<ConnectionPicture parties={parties} position={position} state={page.itemState} />}
        title={title}
        lead={lead}
        act={
          <ButtonLink href="/dashboard" variant="primary" size="xl" block>
            Connect the bank anew
          </ButtonLink>
        }
      >
        <Accounts page={page} now={now} />
      </Sheet>
    )
  }
  const isBankFirst = page.errorClass === 'bank_first'
  return (
    <ReconnectFlow
      token={token}
      source={{ scriptUrl: linkScriptUrl(), nonce: await nonce() }}
      parties={parties}
      itemState={page.itemState}
      position={position}
      isBankFirst={isBankFirst}
      title={title}
      lead={lead}
      body={isBankFirst ? <BankFirstSteps errorCode={page.errorCode} /> : <Accounts page={page} now={now} />}
      aside={isBankFirst ? <BankFirstAside worksUntil={worksUntil} /> : <GoodToKnow companyName={company.name} />}
      worksUntil={worksUntil}
      gapSince={page.itemState === 'disconnecting_soon' ? null : (page.lastUpdateAt ?? page.brokenSince)}
    />
  )
}

/** What has stopped holding: a gap. What only will: nearly one. */
function jointPositionOf({ itemState }: OpenReconnectPage): JointPosition {
  return itemState === 'disconnecting_soon' ? 'near' : 'open'
}

function Accounts({ page, now }: { page: OpenReconnectPage; now: Date }) {
  if (page.accounts.length === 0) return null
  return (
    <section className="list" aria-labelledby="accounts">
      <h2 id="accounts" className="cap">
        {page.itemState === 'disconnecting_soon' ? (
          'Shared now'
        ) : (
          <>
            No new data since <LocalTime at={page.lastUpdateAt ?? page.brokenSince} format="day" now={now} />
          </>
        )}
      </h2>
      <ul>
        {page.accounts.map((account) => (
          <AccountRow key={account.plaidAccountId} account={account} />
        ))}
      </ul>
    </section>
  )
}

function AccountRow({ account: { name, mask } }: { account: AccountView }) {
  return (
    <li>
      <span className="grow name">{name}</span>
      {mask ? <span className="mask">•• {mask}</span> : null}
    </li>
  )
}

function GoodToKnow({ companyName }: { companyName: string }) {
  return (
    <Assurances>
      <Assurance icon="clock">Takes about a minute.</Assurance>
      <Assurance icon="lock">
        You sign in with your bank through Plaid. {companyName} never sees your password.
      </Assurance>
      <Assurance icon="shield">Everything you have in {companyName} stays as it is.</Assurance>
    </Assurances>
  )
}
