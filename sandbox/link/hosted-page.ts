import { html } from 'hono/html'
import { type Html, htmlPage } from '../pages/html-page.ts'
import { icon, sandboxFlag } from '../pages/mark.ts'
import { dialogStyles } from './dialog-page.ts'

/** Link as a page of its own, for apps that send people there instead of showing it themselves. */
export function hostedPage(linkToken: string, completionRedirectUri: string | null): Html {
  return htmlPage({
    title: 'Link · Relink sandbox',
    styles: dialogStyles,
    scripts: ['/link/browser/hosted.js'],
    body: html`<main class="bank-page sandbox-paper">
      <section
        class="linkbox"
        aria-labelledby="title"
        data-token="${linkToken}"
        data-completion-redirect-uri="${completionRedirectUri ?? ''}"
      ></section>
      <p class="sr" id="said" role="status"></p>
    </main>`,
  })
}

const words = {
  expired: ['This page has run out', 'It was good for a while only. Go back to where it came from, and start again.'],
  used: ['This page was used', 'What was begun here has ended. Go back to where it came from, and start again.'],
  unknown: ['This page leads nowhere', 'Nobody asked for it. Perhaps a part of its address is missing.'],
} as const

/** What stands at an address that opens Link no more. */
export function closedHostedPage(why: keyof typeof words): Html {
  const [title, text] = words[why]
  return htmlPage({
    title: `${title} · Relink sandbox`,
    styles: dialogStyles,
    scripts: [],
    body: html`<main class="bank-page sandbox-paper">
      <section class="linkbox" aria-labelledby="title">
        <div class="lh">${sandboxFlag()}</div>
        <div class="pane">
          <div class="b">
            <span class="oops" data-state="removed">${icon('clock')}</span>
            <h1 id="title">${title}</h1>
            <p>${text}</p>
          </div>
        </div>
      </section>
    </main>`,
  })
}
