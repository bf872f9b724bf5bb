import { el, icon, tile } from '/assets/element.js'

const CLOSE = 'Close'

/** The bar on top: back and close where there is a way, and the flag that says nothing here is real. */
export const bar = ({ back, close }) =>
  el(
    'div',
    { class: 'lh' },
    back &&
      el('button', { class: 'icon-btn', type: 'button', 'aria-label': 'Back', onclick: back }, icon('arrow-left')),
    el('span', { class: 'sandbox-flag' }, icon('flask'), 'Sandbox'),
    el('span', { class: 'grow' }),
    close &&
      el('button', { class: 'icon-btn', type: 'button', 'aria-label': CLOSE, onclick: close }, icon('close', 's20')),
  )

/** The heading names the dialog. It takes the focus where no field does, so that a screen reader reads it first. */
export const heading = (text, institution) =>
  el('h1', { id: 'title', tabindex: '-1' }, institution ? tile(institution) : null, el('span', {}, text))

const busyDots = () => el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'))

/** Marks a button as working. It keeps its name, so that nobody loses it. */
export const markBusy = (button) => {
  button.setAttribute('aria-busy', 'true')
  button.append(busyDots())
}

export const mainButton = (label, properties = {}) =>
  el('button', { class: 'btn xl block ink', type: 'submit', ...properties }, label)

export const quietButton = (label, onclick) =>
  el('button', { class: 'btn xl block ghost', type: 'button', onclick }, label)

/** A sentence read out as soon as it appears. */
export const problem = (sentence) =>
  el('p', { class: 'problem', id: 'problem', role: 'alert' }, icon('warning'), el('span', {}, sentence))

/** Shortcuts that fill in what leads to a certain outcome; they only exist here, never in the real Link. */
export const tryAs = (choices, choose) =>
  el(
    'div',
    { class: 'try', role: 'group', 'aria-labelledby': 'try-as' },
    el('p', { id: 'try-as' }, 'Try as'),
    el(
      'div',
      {},
      choices.map(([label, value]) => el('button', { type: 'button', onclick: () => choose(value) }, label)),
    ),
  )

/** A bank's name as it fits a button or a heading. */
export const shortName = (institution) => {
  if (institution.name.length > 24) return 'your bank'
  return institution.name
}
