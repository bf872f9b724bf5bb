import { html } from 'hono/html'
import { type Html, htmlPage } from './html-page.ts'
import { icon, pageHead } from './mark.ts'

function button(id: string, label: string, iconName: string | null, kind: string): Html {
  return html`<button class="btn sm ${kind}" type="button" id="${id}">${iconName ? icon(iconName) : ''}${label}</button>`
}

function pen(id: string, title: string, buttons: Html[], content: Html): Html {
  return html`<section class="pen ${id}" aria-labelledby="${id}-title">
    <header>
      <h2 id="${id}-title">${title}</h2>
      <span class="count" id="${id}-count">0</span><span class="grow"></span>${buttons}
    </header>
    ${content}
  </section>`
}

/** Where a person plays the outside world: banks, Items, webhooks, mails. */
export function playPage(appUrl: string): Html {
  return htmlPage({
    title: 'Relink sandbox',
    styles: ['/assets/page.css', '/assets/play.css', '/assets/webhooks.css', '/assets/mailbox.css'],
    scripts: ['/assets/play.js'],
    body: html`<div class="sb sandbox-paper">
      ${pageHead({
        title: 'Relink sandbox',
        lead: 'Stands in for Plaid and mail. Nothing here is real: no bank, no money, no message leaves this machine.',
        actions: html`<a class="btn ghost sm" href="${appUrl}" target="_blank" rel="noreferrer">${icon('external')}Open Relink</a>
          ${button('start-over', 'Start over', 'undo', '')}`,
      })}
      <section aria-label="Banks"><ul class="banks" id="banks"></ul></section>
      <main class="cols">
        ${pen(
          'items',
          'Items',
          [button('new-item', 'New Item', 'plus', '')],
          html`<ul class="scroll" id="items"></ul>
            <p class="nothing" id="items-nothing">No Item yet. Connect a bank in Relink, and it shows up here.</p>`,
        )}
        ${pen(
          'webhooks',
          'Webhooks sent',
          [button('forge', 'Forge one', null, 'ghost'), button('fire', 'Fire…', 'send', '')],
          html`<ul class="scroll" id="webhooks"></ul>
            <p class="nothing" id="webhooks-nothing">Nothing sent yet. Break an Item, and its webhook shows up here.</p>`,
        )}
        ${pen(
          'mails',
          'Mailbox',
          [
            button('refuse-mail', 'Refuse next mail', null, 'ghost'),
            button('empty-mailbox', 'Empty', 'trash', 'ghost'),
          ],
          html`<div class="mailbox" id="mailbox"></div>`,
        )}
      </main>
      <div class="toasts"></div>
    </div>`,
  })
}
