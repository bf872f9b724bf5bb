import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

type Page = { title: string; styles: string[]; scripts: string[]; body: Html; theme?: string | undefined }

/** The frame of every page of the sandbox: tokens, kit, its own style, its own script. */
export function htmlPage({ title, styles, scripts, body, theme }: Page): Html {
  const chosen = theme === 'dark' || theme === 'light' ? html` data-theme="${theme}"` : ''
  return html`<!doctype html>
<html lang="en"${chosen}>
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="${chosen === '' ? 'light dark' : theme}" />
    <title>${title}</title>
    <link rel="icon" href="/assets/icon.svg" />
    ${['/assets/tokens.css', '/assets/kit.css', ...styles].map((href) => html`<link rel="stylesheet" href="${href}" />`)}
    ${scripts.map((src) => html`<script type="module" src="${src}"></script>`)}
  </head>
  <body>
    ${body}
  </body>
</html>`
}
