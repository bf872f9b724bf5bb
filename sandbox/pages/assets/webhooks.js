import { attempt, post } from './control.js'
import { el, icon } from './element.js'
import { drawList } from './keyed-list.js'
import { shortTime, span } from './times.js'
import { copyAsCurl } from './webhook-deeds.js'

const open = new Set()

/** State, icon and words for what the receiver said last. */
const answerOf = ({ attempts, nextAttemptAt }) => {
  const last = attempts.at(-1)
  if (!last) return ['info', 'clock', 'sending']
  if (last.status === 200) return ['healthy', 'state-healthy', `200, ${Math.round(last.ms)} ms`]
  if (last.status === 401) return ['access_revoked', 'state-access-revoked', '401, refused']
  const words = last.status ?? last.error ?? 'no answer'
  return nextAttemptAt ? ['outage', 'state-outage', String(words)] : ['login_required', 'warning', String(words)]
}

const story = (delivery, bankOf) => {
  const { attempts, nextAttemptAt, forged, itemId } = delivery
  const parts = [forged && `forged: ${forged}`, bankOf(itemId)]
  if (attempts.length > 1 || nextAttemptAt) parts.push(`attempt ${attempts.length}`)
  if (nextAttemptAt) parts.push(`next in ${span(nextAttemptAt)}`)
  return parts.filter(Boolean).join(', ')
}

const details = (delivery, page) =>
  el(
    'div',
    { class: 'hookbody', id: `body-${delivery.id}` },
    el('pre', { tabindex: '0', 'aria-label': 'Body' }, delivery.body),
    delivery.attempts.length > 1 &&
      el(
        'ol',
        { class: 'tries' },
        delivery.attempts.map((at) =>
          el('li', {}, `${shortTime(at.at)}  ${at.status ?? at.error}, ${Math.round(at.ms)} ms`),
        ),
      ),
    el(
      'div',
      { class: 'row' },
      el(
        'button',
        {
          class: 'btn sm',
          type: 'button',
          onclick: () => attempt(() => post(`/control/deliveries/${delivery.id}/resend`)).then(page.refresh),
        },
        icon('refresh'),
        'Send again',
      ),
      el(
        'button',
        { class: 'btn sm ghost', type: 'button', onclick: () => copyAsCurl(delivery) },
        icon('copy'),
        'Copy as curl',
      ),
      el('span', { class: 'quiet truncate', title: delivery.url }, `to ${delivery.url}`),
    ),
  )

const hookRow = (delivery, page, bankOf) => {
  const isOpen = open.has(delivery.id)
  const [state, iconName, words] = answerOf(delivery)
  const toggle = () => {
    if (isOpen) open.delete(delivery.id)
    else open.add(delivery.id)
    page.draw()
  }
  return el(
    'li',
    {},
    el(
      'button',
      { class: 'hook', type: 'button', 'aria-expanded': String(isOpen), onclick: toggle },
      el('time', { datetime: delivery.createdAt, title: delivery.createdAt }, shortTime(delivery.createdAt)),
      el(
        'span',
        { class: 'truncate' },
        el('code', { class: 'truncate' }, `${delivery.webhookType}: ${delivery.webhookCode}`),
        el('small', { class: 'truncate' }, story(delivery, bankOf)),
      ),
      el('span', { class: 'state', 'data-state': state }, icon(iconName), words),
      icon(isOpen ? 'chevron-down' : 'chevron-right', 'chev'),
    ),
    isOpen && details(delivery, page),
  )
}

/** Every webhook that was sent, newest first, with what came back. */
export const drawWebhooks = (list, { deliveries, items }, page) => {
  const bankOf = (itemId) => {
    const item = items.find((candidate) => candidate.itemId === itemId)
    return item ? [item.institutionName, item.clientUserId].filter(Boolean).join(', ') : itemId && 'an unknown Item'
  }
  const rows = deliveries.map((delivery) => ({
    ...delivery,
    isOpen: open.has(delivery.id),
    waits: delivery.nextAttemptAt && span(delivery.nextAttemptAt),
  }))
  drawList(
    list,
    rows,
    (delivery) => delivery.id,
    (delivery) => hookRow(delivery, page, bankOf),
  )
}
