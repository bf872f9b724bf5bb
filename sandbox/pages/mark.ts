import { html } from 'hono/html'
import type { Html } from './html-page.ts'

/** An icon of the sprite, for pages that are made on the server. */
export function icon(name: string, size = ''): Html {
  return html`<svg class="icon ${size}" viewBox="0 0 20 20" aria-hidden="true"><use href="/assets/icons.svg#${name}" /></svg>`
}

export function sandboxFlag(): Html {
  return html`<span class="sandbox-flag">${icon('flask')}Sandbox</span>`
}

function relinkMark(): Html {
  return html`<svg width="24" height="24" viewBox="0 0 32 32" fill="none" stroke-width="4" stroke-linecap="round" aria-hidden="true">
    <path d="M16.4 9.25h-6.15a6.75 6.75 0 0 0 0 13.5" stroke="var(--ink)" />
    <path d="M15.6 22.75h6.15a6.75 6.75 0 0 0 0-13.5" stroke="var(--accent)" />
  </svg>`
}

/** The head of the sandbox's pages. */
export function pageHead({ title, lead, actions }: { title: string; lead: string; actions: Html }): Html {
  return html`<header>
    <h1>${relinkMark()}${title}</h1>
    ${sandboxFlag()}
    <p class="truncate">${lead}</p>
    <span class="grow"></span>
    <div class="row">${actions}</div>
  </header>`
}
