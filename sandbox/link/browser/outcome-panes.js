import { el, icon } from '/assets/element.js'
import { heading, mainButton, quietButton } from './parts.js'

const fact = (name, value) => [el('dt', {}, name), el('dd', {}, el('code', {}, value))]

/** Something the bank or Plaid refused: what, under which code, and the two ways on. */
export const errorPane = (view, { act, close }) =>
  el(
    'div',
    { class: 'pane' },
    el(
      'div',
      { class: 'b', role: 'alert' },
      el('span', { class: 'oops', 'data-state': 'login_required' }, icon('warning')),
      heading(view.title),
      el('p', {}, view.text),
      el('dl', { class: 'kv' }, fact('type', view.error.error_type), fact('code', view.error.error_code)),
    ),
    el(
      'div',
      { class: 'f' },
      mainButton('Try again', { type: 'button', onclick: () => act('again') }),
      quietButton('Leave', close),
    ),
  )

/** A new connection is made; one more click hands it over, as in the real Link. */
export const donePane = (view, { act }) =>
  el(
    'div',
    { class: 'pane' },
    el(
      'div',
      { class: 'b' },
      el('span', { class: 'done', 'data-state': 'healthy' }, icon('check')),
      heading('Success'),
      el('p', {}, `${view.institution.name} is connected. Nothing real was.`),
    ),
    el('div', { class: 'f' }, mainButton('Finish', { type: 'button', onclick: () => act('finish') })),
  )

/** The end of a hosted page that leads nowhere. */
export const overPane = ({ succeeded }) =>
  el(
    'div',
    { class: 'pane' },
    el(
      'div',
      { class: 'b', role: 'status' },
      succeeded
        ? el('span', { class: 'done', 'data-state': 'healthy' }, icon('check'))
        : el('span', { class: 'oops', 'data-state': 'removed' }, icon('close')),
      heading(succeeded ? 'All done' : 'You left'),
      el('p', {}, `${succeeded ? 'The company knows.' : 'Nothing has changed.'} You can close this page.`),
    ),
  )
