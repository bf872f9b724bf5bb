import { el, icon } from '/assets/element.js'
import { heading, mainButton, quietButton, shortName } from './parts.js'

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

/** Before the bank's own page. The click is what lets the browser open a window. */
export const oauthPane = (view, { act, openBank }) =>
  el(
    'div',
    { class: 'pane' },
    el(
      'div',
      { class: 'b' },
      heading(`Go on at ${shortName(view.institution)}`, view.institution),
      el(
        'p',
        {},
        view.opensWindow
          ? 'This bank asks you on its own page (OAuth). It opens in a new window and brings you back here.'
          : 'This bank asks you on its own page (OAuth). You leave this page and are brought back to it.',
      ),
    ),
    el(
      'div',
      { class: 'f' },
      mainButton(`Continue to ${shortName(view.institution)}`, {
        type: 'button',
        onclick: () => (view.opensWindow ? openBank(view) : act('oauth')),
      }),
    ),
  )

/** While the bank's page is open in a window of its own. */
export const waitingPane = (view, { openBank }) =>
  el(
    'div',
    { class: 'pane', 'data-waiting': true },
    el(
      'div',
      { class: 'b', role: 'status' },
      heading(`Waiting for ${shortName(view.institution)}`, view.institution),
      el('p', {}, 'Answer in the bank’s window. This one goes on by itself.'),
    ),
    el(
      'div',
      { class: 'f' },
      quietButton('Open the window again', () => openBank(view)),
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
