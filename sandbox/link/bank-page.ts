import { html } from 'hono/html'
import { requireInstitution } from '../acts/find.ts'
import { openAccountsAt } from '../institutions/account-templates.ts'
import type { Institution } from '../institutions/list.ts'
import { type Html, htmlPage } from '../pages/html-page.ts'
import { icon, sandboxFlag } from '../pages/mark.ts'
import type { Sandbox } from '../sandbox.ts'
import type { LinkSession } from '../state/link.ts'
import type { PlaidErrorBody } from '../state/plaid-error.ts'
import { dialogStyles } from './dialog-page.ts'

function bankPage(title: string, content: Html): Html {
  return htmlPage({
    title: `${title} · Relink sandbox`,
    styles: dialogStyles,
    scripts: ['/link/browser/bank-page.js'],
    body: html`<main class="bank-page sandbox-paper">
      <section class="linkbox" aria-labelledby="title">
        <div class="lh">${sandboxFlag()}</div>
        ${content}
      </section>
    </main>`,
  })
}

function tile(institution: Institution): Html {
  const inside = institution.logo
    ? html`<img src="data:image/png;base64,${institution.logo}" alt="" width="36" height="36" />`
    : html`${institution.initials}`
  return html`<span class="tile" aria-hidden="true">${inside}</span>`
}

function wish(name: string, detail: string): Html {
  return html`<li>
    <span class="plain"><span><strong>${name}</strong><small>${detail}</small></span>${icon('check', 's20')}</span>
  </li>`
}

const dateFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** "May Fernway see these until …?" */
export function askingPage(sandbox: Sandbox, session: LinkSession): Html {
  const institution = requireInstitution(session.institutionId ?? '')
  const company = sandbox.store.state.linkTokens[session.linkToken]?.clientName ?? 'This application'
  const until = new Date(sandbox.now())
  until.setUTCFullYear(until.getUTCFullYear() + 1)
  const accounts = openAccountsAt(institution.institutionId).length
  const title = `${institution.name} asks you`
  return bankPage(
    title,
    html`<form method="post" action="/link/oauth-bank">
      <input type="hidden" name="oauth_state_id" value="${session.oauthStateId}" />
      <div class="b">
        <h1 id="title">${tile(institution)}<span>${title}</span></h1>
        <p>An invented page of the bank’s own, as with OAuth.</p>
        <p>May <strong class="name">${company}</strong> see these until ${dateFormat.format(until)}?</p>
        <ul class="pick">
          ${wish('Names and numbers of accounts', accounts === 1 ? '1 account' : `${accounts} accounts`)}
          ${wish('Transactions', '24 months back')}
        </ul>
      </div>
      <div class="f">
        <button class="btn xl block ink" name="decision" value="granted">Allow</button>
        <button class="btn xl block ghost" name="decision" value="refused">Refuse</button>
      </div>
    </form>`,
  )
}

/** The window closes itself; where the browser does not let it, the person reads that they may. */
export function closedPage(): Html {
  return bankPage(
    'Done',
    html`<div class="pane" data-close>
      <div class="b">
        <span class="done" data-state="healthy">${icon('check')}</span>
        <h1 id="title">The bank has your answer</h1>
        <p>You can close this window. Link goes on in the other one.</p>
      </div>
    </div>`,
  )
}

export function lostPage(error: PlaidErrorBody): Html {
  return bankPage(
    'Not here',
    html`<div class="pane">
      <div class="b">
        <span class="oops" data-state="login_required">${icon('warning')}</span>
        <h1 id="title">${error.error_code === 'INSTITUTION_DOWN' ? 'The bank does not answer' : 'This page leads nowhere'}</h1>
        <p>Go back to Link and try again.</p>
        <dl class="kv">
          <dt>type</dt><dd><code>${error.error_type}</code></dd>
          <dt>code</dt><dd><code>${error.error_code}</code></dd>
        </dl>
      </div>
    </div>`,
  )
}
