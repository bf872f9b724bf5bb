import { ask } from './ask.js'
import { attempt, get, post, remove, toast } from './control.js'
import { el, icon } from './element.js'
import { drawList } from './keyed-list.js'
import { shortTime } from './times.js'

const refusals = [
  ['429 rate_limit_exceeded', '429, too many requests'],
  ['422 validation_error', '422, the address is wrong'],
  ['403 validation_error', '403, the sender is not verified'],
  ['500 application_error', '500, Resend itself failed'],
  ['503 service_unavailable', '503, not available'],
]

/** Lets Resend refuse the next mails. */
export const refuseNextMail = async () => {
  const answer = await ask({
    title: 'Refuse the next mail',
    text: 'Resend’s API will answer with this error.',
    fields: [
      { name: 'error', label: 'Answer', type: 'select', options: refusals },
      { name: 'times', label: 'How many mails', type: 'number', value: '1' },
    ],
    go: 'Refuse it',
  })
  if (!answer) return
  const [status, name] = answer.error.split(' ')
  const message = 'Refused on the sandbox page'
  const done = await attempt(() =>
    post('/control/resend/refuse-next', { status: Number(status), name, message, times: answer.times }),
  )
  if (done) toast(answer.times === 1 ? 'The next mail is refused.' : `The next ${answer.times} mails are refused.`)
}

export const emptyMailbox = async () => {
  const answer = await ask({ title: 'Empty the mailbox', text: 'Every mail in it goes.', go: 'Empty it', danger: true })
  if (answer) await attempt(() => remove('/mailbox.json'))
}

const views = {
  // No `sandbox` attribute: the server already forbids scripts in a mail, and tests must be able to look inside.
  Mail: (mail) => el('iframe', { src: `/mailbox/${mail.id}/html`, title: `Mail: ${mail.subject}` }),
  Text: (mail) => el('pre', { tabindex: '0', 'aria-label': 'Text' }, mail.text ?? 'This mail has no text part.'),
  Headers: (mail) =>
    el(
      'pre',
      { tabindex: '0', 'aria-label': 'Headers' },
      Object.entries(mail.headers)
        .map((pair) => pair.join(': '))
        .join('\n'),
    ),
}

const row = (mail, current, choose) =>
  el(
    'li',
    {},
    el(
      'button',
      { class: 'ml', type: 'button', 'aria-current': current ? 'true' : null, onclick: choose },
      el('strong', { class: 'truncate' }, mail.subject),
      el('time', { datetime: mail.at, title: mail.at }, shortTime(mail.at)),
      el('small', { class: 'truncate' }, `to ${mail.to.join(', ')}`),
    ),
  )

const darkBySystem = () => matchMedia('(prefers-color-scheme: dark)').matches

/** A frame cannot be told to prefer dark, so the mail's own media queries are answered for it. */
const paint = (mail, dark) => {
  mail.documentElement.style.colorScheme = dark ? 'dark' : 'light'
  for (const rule of [...mail.styleSheets].flatMap((sheet) => [...sheet.cssRules])) {
    const asks = /\(prefers-color-scheme:\s*(dark|light)\)/.exec(rule.media?.mediaText ?? '')
    if (!asks) continue
    const holds = (asks[1] === 'dark') === dark
    rule.media.mediaText = rule.media.mediaText.replace(asks[0], holds ? '(min-width: 0px)' : '(max-width: 0px)')
  }
}

/** A list of mails and the chosen one as it is rendered. It follows the newest until the person chooses another. */
export const openMailbox = (place) => {
  const list = el('ul', { class: 'maillist' })
  const viewer = el('div', { class: 'mv' })
  const empty = el('p', { class: 'nothing' }, 'No mail yet. What Relink sends ends here.')
  place.append(empty, list, viewer)
  const shown = { mails: [], chosen: null, view: 'Mail', narrow: false, dark: darkBySystem(), drawn: '' }

  const set = (change) => {
    Object.assign(shown, change)
    draw()
  }

  const drawViewer = async (summary) => {
    const key = JSON.stringify([summary?.id, shown.view, shown.narrow, shown.dark])
    if (key === shown.drawn) return
    shown.drawn = key
    if (!summary) return viewer.replaceChildren()
    const mail = shown.view === 'Mail' ? summary : await attempt(() => get(`/mailbox/${summary.id}.json`))
    if (!mail || shown.drawn !== key) return
    const content = views[shown.view](mail)
    if (shown.view === 'Mail') {
      content.classList.toggle('narrow', shown.narrow)
      content.addEventListener('load', () => paint(content.contentDocument, shown.dark))
    }
    viewer.replaceChildren(toolbar(shown, set), ...wayOut(summary), content)
  }

  const draw = () => {
    const current = shown.mails.find((mail) => mail.id === shown.chosen) ?? shown.mails[0]
    empty.hidden = shown.mails.length > 0
    viewer.hidden = !current
    const rows = shown.mails.map((mail) => ({ ...mail, current: mail === current }))
    drawList(
      list,
      rows,
      (mail) => mail.id,
      (mail) => row(mail, mail.current, () => set({ chosen: mail.id === shown.mails[0].id ? null : mail.id })),
    )
    void drawViewer(current)
  }

  return { draw: (mails) => set({ mails }) }
}

/** What a mail program makes of List-Unsubscribe: a button beside the sender. */
const wayOut = ({ id, unsubscribeUrl }) => {
  if (!unsubscribeUrl) return []
  const unsubscribe = async () => {
    const done = await attempt(() => post(`/mailbox/${id}/unsubscribe`))
    if (done) toast(`Unsubscribe was answered with ${done.status}.`, { failed: done.status >= 300 })
  }
  return [
    el(
      'div',
      { class: 'way-out' },
      el('code', { class: 'truncate', title: unsubscribeUrl }, `List-Unsubscribe: <${unsubscribeUrl}>`),
      el('button', { class: 'btn sm', type: 'button', onclick: unsubscribe }, 'Unsubscribe'),
    ),
  ]
}

const toggle = (label, iconName, pressed, onclick) =>
  el(
    'button',
    { class: 'btn sm ghost', type: 'button', 'aria-label': label, 'aria-pressed': String(pressed), onclick },
    icon(iconName),
  )

const toolbar = (shown, set) =>
  el(
    'div',
    { class: 'tools' },
    el(
      'span',
      { class: 'seg', role: 'group', 'aria-label': 'Show' },
      Object.keys(views).map((view) =>
        el(
          'button',
          { type: 'button', 'aria-pressed': String(view === shown.view), onclick: () => set({ view }) },
          view,
        ),
      ),
    ),
    el('span', { class: 'grow' }),
    toggle('Phone width', 'phone', shown.narrow, () => set({ narrow: !shown.narrow })),
    toggle('Dark', 'moon', shown.dark, () => set({ dark: !shown.dark })),
  )
