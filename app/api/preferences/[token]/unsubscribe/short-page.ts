import type { Language } from '#lib/domain/language.ts'
import { wordsIn } from '#messages/words.ts'

const statuses = { done: 200, not_one_click: 400, unknown: 404, too_many: 429, broken: 500 }

type ShortPage = {
  language: Language
  /** Where a person can choose more; absent where that leads nowhere. */
  next?: string
}

/** The answer to a mail program, which hardly ever shows it to anybody. */
export function shortPage(outcome: keyof typeof statuses, { language, next }: ShortPage): Response {
  const t = wordsIn(language)
  const title = t(`oneClick.${outcome}.title`)
  const way = next ? `<p><a href="${next}">${t('oneClick.next')}</a></p>` : ''
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`
  const body = `<h1>${title}</h1><p>${t(`oneClick.${outcome}.text`)}</p>${way}`
  const html = `<!doctype html><html lang="${language}"><head>${head}</head><body>${body}</body></html>`
  return new Response(html, { status: statuses[outcome], headers })
}

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
}
