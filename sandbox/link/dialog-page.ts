import { html } from 'hono/html'
import { type Html, htmlPage } from '../pages/html-page.ts'

/** The looks of the dialog; the bank's own page wears them too. */
export const dialogStyles = ['dialog', 'fields', 'panes'].map((name) => `/link/browser/${name}.css`)

/** The page inside Link's iframe: an empty box that `browser/framed.js` fills. */
export function dialogPage(theme: string | undefined): Html {
  return htmlPage({
    title: 'Sandbox Link',
    styles: dialogStyles,
    scripts: ['/link/browser/framed.js'],
    theme,
    body: html`<div class="scrim linkscrim">
      <section class="linkbox" role="dialog" aria-modal="true" aria-labelledby="title"></section>
      <p class="sr" id="said" role="status"></p>
    </div>`,
  })
}
