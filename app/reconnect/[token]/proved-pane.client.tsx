'use client'

import type { Ref } from 'react'
import { Assurance, Assurances, Sheet } from '../../_link/sheet.tsx'
import { Icon } from '../../_ui/icon.tsx'
import { LocalTime } from '../../_ui/local-time.client.tsx'
import './accounts.css'
import { ConnectionPicture } from './connection-picture.tsx'
import { SeeAllBanks } from './healthy-sheet.tsx'
import type { Parties } from './parties.tsx'
import type { Proof, ProvedAccount } from './use-check.client.tsx'

type ProvedPaneProps = {
  parties: Parties
  titleRef: Ref<HTMLHeadingElement>
  signedInAt: Date
  provedAt: Date
  /** Null when our server had found the connection healthy before this page asked. */
  proof: Proof | null
  gapSince: Date | null
}

/** Shown only after the server asked Plaid for the Item and its accounts. The joint closes once. */
export function ProvedPane({ parties, titleRef, proof, ...times }: ProvedPaneProps) {
  return (
    <Sheet
      picture={<ConnectionPicture parties={parties} position="closed" state="healthy" />}
      title="You’re connected again"
      titleRef={titleRef}
      lead={`We asked ${parties.bank.name} ourselves, just now: new data is coming through.`}
      aside={{ label: 'What happens now', content: <WhatNow proof={proof} {...times} /> }}
      act={<SeeAllBanks />}
    >
      {proof && proof.accounts.length > 0 ? (
        <ul className="list" aria-label="Your accounts, before and now">
          {proof.accounts.map((account) => (
            <AccountNow key={`${account.name} ${account.mask}`} account={account} isRenewal={times.gapSince === null} />
          ))}
        </ul>
      ) : null}
    </Sheet>
  )
}

function AccountNow({ account, isRenewal }: { account: ProvedAccount; isRenewal: boolean }) {
  const { name, mask, status } = account
  const title = (
    <span className="grow">
      <span className="name">{name}</span> {mask ? <span className="mask">•• {mask}</span> : null}
    </span>
  )
  if (status === 'missing') {
    return (
      <li className="missing">
        <div className="line">
          {title}
          <span className="state" data-state="consent_needed">
            <Icon name="state-consent-needed" />
            Not shared
          </span>
        </div>
        <p>It was shared before. Left out on purpose? Then all is well.</p>
      </li>
    )
  }
  const words = status === 'new' ? 'New' : isRenewal ? 'Working' : 'Back'
  return (
    <li>
      {title}
      <span className="state" data-state="healthy">
        <Icon name="state-healthy" />
        {words}
      </span>
    </li>
  )
}

function WhatNow({ proof, signedInAt, provedAt, gapSince }: Omit<ProvedPaneProps, 'parties' | 'titleRef'>) {
  const before = proof?.accounts.filter(({ status }) => status !== 'new') ?? []
  const back = before.filter(({ status }) => status === 'back')
  return (
    <>
      <Assurances>
        {gapSince ? (
          <Assurance icon="history">
            What is missing since <LocalTime at={gapSince} format="day" now={provedAt} /> fills in by itself, usually
            within the hour.
          </Assurance>
        ) : null}
        {proof?.expiresAt ? (
          <Assurance icon="calendar">
            Your bank’s permission now runs until{' '}
            <LocalTime at={new Date(proof.expiresAt)} format="day" now={provedAt} />. We’ll write before it ends.
          </Assurance>
        ) : null}
        <Assurance icon="check">That’s all. You can close this page.</Assurance>
      </Assurances>
      <dl className="checked">
        <Checked what="Signed in at your bank" at={signedInAt} />
        <Checked what="The bank answers us" at={provedAt} />
        {before.length > 0 ? (
          <Checked what={`${back.length} of ${before.length} accounts are here`} at={provedAt} />
        ) : null}
      </dl>
    </>
  )
}

function Checked({ what, at }: { what: string; at: Date }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        <LocalTime at={at} format="clock" now={at} />
      </dd>
    </div>
  )
}
