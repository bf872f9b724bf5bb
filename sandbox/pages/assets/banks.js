import { attempt, post } from './control.js'
import { el, tile } from './element.js'
import { drawList } from './keyed-list.js'

const note = (bank) => {
  if (bank.down) return 'down'
  return bank.oauth ? 'answers, OAuth' : 'answers'
}

const chip = (bank, refresh) =>
  el(
    'li',
    { class: bank.down ? 'bankchip down' : 'bankchip' },
    tile(bank, 's28'),
    el('span', { class: 'grow' }, el('strong', { title: bank.name }, bank.name), el('small', {}, note(bank))),
    el('input', {
      class: 'switch',
      type: 'checkbox',
      role: 'switch',
      'aria-label': `${bank.name} is up`,
      checked: !bank.down,
      onchange: (event) =>
        attempt(() => post(`/control/institutions/${bank.id}`, { down: !event.target.checked })).then(refresh),
    }),
  )

/** The banks with a switch each: up or down. */
export const drawBanks = (list, banks, refresh) =>
  drawList(
    list,
    banks,
    (bank) => bank.id,
    (bank) => chip(bank, refresh),
  )
