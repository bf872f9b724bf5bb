import { html } from 'hono/html'
import { type Html, htmlPage } from './html-page.ts'
import { icon, pageHead } from './mark.ts'

/** Every mail that Relink sent, as its reader sees it. */
export function mailboxPage(): Html {
  return htmlPage({
    title: 'Mailbox · Relink sandbox',
    styles: ['/assets/page.css', '/assets/mailbox.css'],
    scripts: ['/assets/mailbox-page.js'],
    body: html`<div class="sb sandbox-paper">
      ${pageHead({
        title: 'Mailbox',
        lead: 'Every mail that Relink sent. None left this machine.',
        actions: html`<a class="btn ghost sm" href="/">${icon('flask')}Sandbox</a>
          <button class="btn sm ghost" type="button" id="refuse-mail">Refuse next mail</button>
          <button class="btn sm" type="button" id="empty-mailbox">${icon('trash')}Empty</button>`,
      })}
      <main class="wide">
        <section class="pen" aria-labelledby="mails-title">
          <header><h2 id="mails-title">Mails</h2><span class="count" id="mailbox-count">0</span></header>
          <div class="mailbox" id="mailbox"></div>
        </section>
      </main>
      <div class="toasts"></div>
    </div>`,
  })
}
