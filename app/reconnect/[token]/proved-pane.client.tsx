'use client'

import { useState } from 'react'
import { Assurance, Assurances, Sheet } from '../../_link/sheet.tsx'
import { Button, ButtonLink } from '../../_ui/button.tsx'
import { Icon } from '../../_ui/icon.tsx'
import { LocalTime } from '../../_ui/local-time.client.tsx'
import './accounts.css'
import type { Language } from '#lib/domain/language.ts'
import { ConnectionPicture } from './connection-picture.tsx'
import type { FlowWords } from './flow-words.tsx'
import type { Parties } from './parties.tsx'
import type { Proof, ProvedAccount } from './use-check.client.ts'
import { fill } from './words.ts'

/** A longer name would break the button. */
const longestOnButton = 24

type ProvedPaneProps = {
  /** Null when our server had found the connection healthy before this page asked. */
  proof: Proof | null
  signedInAt: Date | null
  provedAt: Date
  words: FlowWords
  language: Language
  parties: Parties
  isBusy: boolean
  /** Opens Link once more, to share what was left out. */
  onShareAgain: () => void
}

/** Shown only after the server asked Plaid for the Item and its accounts. The joint closes once. */
export function ProvedPane({ proof, words, parties, isBusy, onShareAgain, ...times }: ProvedPaneProps) {
  const { proved } = words
  const next = proof?.next ?? null
  return (
    <Sheet
      picture={<ConnectionPicture parties={parties} position="closed" state="healthy" />}
      title={proved.title}
      lead={proof ? proved.lead : proved.leadElsewhere}
      aside={{ label: proved.now, content: <WhatNow proof={proof} words={proved} {...times} /> }}
      act={
        next ? (
          <>
            <p className="next">{proved.next}</p>
            <ButtonLink href={next.url} variant="primary" size="xl" block wrap prefetch={false}>
              {next.name.length > longestOnButton
                ? proved.nextButtonShort
                : fill(proved.nextButton, { bank: next.name })}
            </ButtonLink>
          </>
        ) : (
          <ButtonLink href="/dashboard" variant="primary" size="xl" block>
            {words.banks}
          </ButtonLink>
        )
      }
    >
      {proof && proof.accounts.length > 0 ? (
        <AccountsNow accounts={proof.accounts} words={proved} isBusy={isBusy} onShareAgain={onShareAgain} />
      ) : null}
    </Sheet>
  )
}

type AccountsNowProps = {
  accounts: ProvedAccount[]
  words: FlowWords['proved']
  isBusy: boolean
  onShareAgain: () => void
}

/** Each account, before and now. What is missing can be shared again, or left out for good. */
function AccountsNow({ accounts, ...choice }: AccountsNowProps) {
  const missing = accounts.filter(({ status }) => status === 'missing')
  const last = missing.at(-1)
  return (
    <ul className="list" aria-label={choice.words.label}>
      {accounts.map((account) => (
        <li key={`${account.name} ${account.mask}`} className={account.status === 'missing' ? 'missing' : undefined}>
          <AccountNow account={account} words={choice.words} />
          {account === last ? <MissingChoice {...choice} areSeveral={missing.length > 1} /> : null}
        </li>
      ))}
    </ul>
  )
}

type MissingChoiceProps = Omit<AccountsNowProps, 'accounts'> & { areSeveral: boolean }

/** Under the last account that is missing, for all of them. */
function MissingChoice({ areSeveral, words, isBusy, onShareAgain }: MissingChoiceProps) {
  const [isLeftOut, setIsLeftOut] = useState(false)
  if (isLeftOut) return <p>{words.leftOut}</p>
  return (
    <>
      <p>{words.missingText}</p>
      <div className="choice">
        <Button size="lg" aria-busy={isBusy || undefined} onClick={() => !isBusy && onShareAgain()}>
          {areSeveral ? words.shareAllAgain : words.shareAgain}
        </Button>
        <Button size="lg" variant="ghost" onClick={() => setIsLeftOut(true)}>
          {areSeveral ? words.leaveAllOut : words.leaveOut}
        </Button>
      </div>
    </>
  )
}

function AccountNow({
  account: { name, mask, status },
  words,
}: {
  account: ProvedAccount
  words: FlowWords['proved']
}) {
  const isMissing = status === 'missing'
  return (
    <div className="line">
      <span className="grow">
        <span className="name">{name}</span> {mask ? <span className="mask">•• {mask}</span> : null}
      </span>
      <span className="state" data-state={isMissing ? 'consent_needed' : 'healthy'}>
        <Icon name={isMissing ? 'state-consent-needed' : 'state-healthy'} />
        {words[status]}
      </span>
    </div>
  )
}

type WhatNowProps = Pick<ProvedPaneProps, 'proof' | 'signedInAt' | 'provedAt' | 'language'> & {
  words: FlowWords['proved']
}

function WhatNow({ proof, signedInAt, provedAt, words, language }: WhatNowProps) {
  const before = proof?.accounts.filter(({ status }) => status !== 'new') ?? []
  const back = before.filter(({ status }) => status === 'back')
  const [beforeDay = '', afterDay = ''] = words.permission.split('{day}')
  return (
    <>
      <Assurances>
        {words.fillsIn ? <Assurance icon="history">{words.fillsIn}</Assurance> : null}
        {proof?.expiresAt ? (
          <Assurance icon="calendar">
            {beforeDay}
            <LocalTime at={new Date(proof.expiresAt)} format="day" now={provedAt} language={language} />
            {afterDay}
          </Assurance>
        ) : null}
        <Assurance icon="check">{words.close}</Assurance>
      </Assurances>
      {proof ? (
        <dl className="checked">
          {signedInAt ? <Checked what={words.signedIn} at={signedInAt} /> : null}
          <Checked what={words.answers} at={provedAt} />
          {before.length > 0 ? (
            <Checked what={fill(words.counted, { back: back.length, all: before.length })} at={provedAt} />
          ) : null}
        </dl>
      ) : null}
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
