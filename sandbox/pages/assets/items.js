import { el, icon, tile } from './element.js'
import { deedsFor } from './item-deeds.js'
import { badgeOf } from './item-states.js'
import { drawList } from './keyed-list.js'
import { openMenu } from './menu.js'

const button = (label, iconName, onclick, primary) =>
  el('button', { class: primary ? 'btn primary' : 'btn', type: 'button', onclick }, icon(iconName), label)

const isWell = (item) => item.state === 'healthy' || item.state === 'disconnecting'

/** The three deeds that fit the Item's state best; the rest is under More. */
const mainButtons = (item, deeds) =>
  isWell(item)
    ? [
        button('Break', 'bolt', deeds.breakIt),
        button('Expire', 'clock', deeds.expire),
        button('Revoke', 'state-access-revoked', deeds.revoke),
      ]
    : [
        button('Mend', 'check', deeds.mend, true),
        item.state !== 'revoked' && button('Revoke', 'state-access-revoked', deeds.revoke),
        button('Send again', 'refresh', deeds.sendAgain),
      ]

const moreEntries = (item, deeds) => {
  const entries = isWell(item)
    ? [
        ['Repair elsewhere', 'check', deeds.mend],
        ['Send last webhook again', 'refresh', deeds.sendAgain],
      ]
    : [
        ['Break with another code…', 'bolt', deeds.breakIt],
        ['Announce a disconnect…', 'clock', deeds.expire],
      ]
  return [
    ...entries,
    ['Fire a webhook…', 'send', deeds.fire],
    ['Forge a webhook…', 'flask', deeds.forge],
    item.accounts.some(({ open }) => !open)
      ? ['Reopen its accounts', 'undo', deeds.reopenAccounts]
      : ['Close an account…', 'lock', deeds.closeAccount],
    ['Open an account…', 'plus', deeds.openAccount],
    ['Share no account any more', 'state-consent-needed', deeds.unshareAccounts],
    ['Copy item_id', 'copy', deeds.copyId],
    ['Remove…', 'trash', deeds.remove, true],
  ]
}

const removedButtons = (deeds) => [
  button('Fire a webhook', 'send', deeds.fire),
  button('Copy item_id', 'copy', deeds.copyId),
]

const moreButton = (item, deeds) => {
  const more = button('More', 'more', () => openMenu(more, moreEntries(item, deeds)))
  more.setAttribute('aria-haspopup', 'menu')
  return more
}

const itemRow = (item, page) => {
  const deeds = deedsFor(item, page)
  const [state, iconName, words] = badgeOf(item)
  const bank = { id: item.institutionId, name: item.institutionName }
  const who = [item.clientUserId ?? 'nobody yet', item.state === 'broken' && item.errorCode].filter(Boolean).join(' · ')
  const buttons =
    item.state === 'removed' ? removedButtons(deeds) : [...mainButtons(item, deeds), moreButton(item, deeds)]
  return el(
    'li',
    { class: 'it' },
    el(
      'div',
      {},
      tile(bank, 's28'),
      el(
        'span',
        { class: 'truncate', title: item.itemId },
        el('strong', { class: 'truncate' }, item.institutionName),
        el('small', { class: 'truncate' }, who),
      ),
      el('span', { class: 'badge', 'data-state': state }, icon(iconName), words),
    ),
    el('div', { class: 'does' }, buttons),
  )
}

/** Every Item with what can be done to it. */
export const drawItems = (list, items, page) =>
  drawList(
    list,
    items,
    (item) => item.itemId,
    (item) => itemRow(item, page),
  )
