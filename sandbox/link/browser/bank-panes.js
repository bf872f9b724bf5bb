import { el } from '/assets/element.js'
import { heading, mainButton, problem, quietButton, shortName } from './parts.js'

/** Before the bank's own page. The click is what lets the browser open a window. */
export const oauthPane = (view, { openBank }) =>
  el(
    'div',
    { class: 'pane' },
    el(
      'div',
      { class: 'b' },
      heading(`Go on at ${shortName(view.institution)}`, view.institution),
      el('p', {}, 'This bank asks you on its own page (OAuth). It opens in a new window and brings you back here.'),
      view.problem && problem(view.problem),
    ),
    el(
      'div',
      { class: 'f' },
      mainButton(`Continue to ${shortName(view.institution)}`, { type: 'button', onclick: openBank }),
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
    el('div', { class: 'f' }, quietButton('Open the window again', openBank)),
  )
