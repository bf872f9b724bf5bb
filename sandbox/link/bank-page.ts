import { html } from 'hono/html'
import { requireInstitution, requireItem } from '../acts/find.ts'
import { openAccountsAt } from '../institutions/account-templates.ts'
import type { Institution } from '../institutions/list.ts'
import { type Html, htmlPage } from '../pages/html-page.ts'
import { icon, sandboxFlag } from '../pages/mark.ts'
import type { Sandbox } from '../sandbox.ts'
import type { SandboxItem } from '../state/item.ts'
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

function accountCount({ institutionId }: Institution): Html {
  const { length } = openAccountsAt(institutionId)
  return wish('Names and numbers of accounts', length === 1 ? '1 account' : `${length} accounts`)
}

/** Most banks with a page of their own let the person choose anew there, whatever the link token says. */
function accountTicks(item: SandboxItem): Html {
  const open = item.accounts.filter((account) => account.open)
  return html`${open.map(({ accountId, name, mask }) => {
    const checked = item.sharedAccountIds.includes(accountId) ? ' checked' : ''
    return html`<li>
      <label>
        <span><strong>${name}</strong><small>•• ${mask}</small></span>
        <input class="tick lg" type="checkbox" name="account_id" value="${accountId}"${checked} />
      </label>
    </li>`
  })}`
}

const dateFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** "May Fernway see these until …?" */
export function askingPage(sandbox: Sandbox, session: LinkSession): Html {
  const institution = requireInstitution(session.institutionId ?? '')
  const linkToken = sandbox.store.state.linkTokens[session.linkToken]
  const until = new Date(sandbox.now())
  until.setUTCFullYear(until.getUTCFullYear() + 1)
  const title = `${institution.name} asks you`
  return bankPage(
    title,
    html`<form method="post" action="/link/oauth-bank">
      <input type="hidden" name="oauth_state_id" value="${session.oauthStateId}" />
      <div class="b">
        <h1 id="title">${tile(institution)}<span>${title}</span></h1>
        <p>An invented page of the bank’s own, as with OAuth.</p>
        <p>May <strong class="name">${linkToken?.clientName ?? 'This application'}</strong> see these until ${dateFormat.format(until)}?</p>
        <ul class="pick">
          ${linkToken?.itemId ? accountTicks(requireItem(sandbox, linkToken.itemId)) : accountCount(institution)}
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

/**
 * The window closes itself when Link waits for it; else it leads back to the app, and where it cannot, the person reads
 * that they may close it.
 */
export function answeredPage(returnAddress: string | null): Html {
  return bankPage(
    'Done',
    html`<div class="pane" data-answered data-return-address="${returnAddress ?? ''}">
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
        <h1 id="title">This page leads nowhere</h1>
        <p>Go back to Link and try again.</p>
        <dl class="kv">
          <dt>type</dt><dd><code>${error.error_type}</code></dd>
          <dt>code</dt><dd><code>${error.error_code}</code></dd>
        </dl>
      </div>
    </div>`,
  )
}
