import { html } from 'hono/html'
import type { Html } from './html-page.ts'

/** An icon of the sprite, for pages that are made on the server. */
export function icon(name: string, size = ''): Html {
  return html`<svg class="icon ${size}" viewBox="0 0 20 20" aria-hidden="true"><use href="/assets/icons.svg#${name}" /></svg>`
}

export function sandboxFlag(): Html {
  return html`<span class="sandbox-flag">${icon('flask')}Sandbox</span>`
}
