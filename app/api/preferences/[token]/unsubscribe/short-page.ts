const pages = {
  done: [200, 'No more e-mail', 'We won’t send you e-mail about your banks any more.'],
  not_one_click: [400, 'Nothing was changed', 'Choose on the next page what we may send you.'],
  unknown: [
    404,
    'This link isn’t whole',
    'A piece of it may have got lost on the way. Open it from the e-mail once more.',
  ],
  too_many: [429, 'One moment', 'That was many tries in a short time. Please try again in an hour.'],
  broken: [500, 'That didn’t work', 'Something broke on our side. Please try again in a minute.'],
} as const satisfies Record<string, readonly [number, string, string]>

/** The answer to a mail program; people hardly ever see it. `next` is where they can choose more. */
export function shortPage(outcome: keyof typeof pages, next: string | null = null): Response {
  const [status, title, sentence] = pages[outcome]
  const way = next ? `<p><a href="${next}">Choose what we may send you</a></p>` : ''
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`
  const html = `<!doctype html><html lang="en"><head>${head}</head><body><h1>${title}</h1><p>${sentence}</p>${way}</body></html>`
  return new Response(html, { status, headers })
}

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
}
