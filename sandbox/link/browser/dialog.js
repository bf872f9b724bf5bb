import { el } from '/assets/element.js'
import { oauthPane, waitingPane } from './bank-panes.js'
import { bankWindowIsClosed, closeBankWindow, openBankWindow, showInBankWindow } from './bank-window.js'
import { accountsPane, institutionsPane } from './choice-panes.js'
import { firstPlace } from './focus.js'
import { donePane, errorPane, overPane } from './outcome-panes.js'
import { bar, markBusy } from './parts.js'
import { codePane, credentialsPane } from './sign-in-panes.js'

/*
 * Link's dialog. The server says which pane to show; this draws it, sends back what the person did, and tells its host
 * (`framed.js` or `hosted.js`) how the session ended.
 */

const PANES = {
  institutions: institutionsPane,
  credentials: credentialsPane,
  code: codePane,
  accounts: accountsPane,
  oauth: oauthPane,
  waiting: waitingPane,
  error: errorPane,
  done: donePane,
  over: overPane,
}

export const box = document.querySelector('.linkbox')
const said = document.querySelector('#said')

let host = null
let sessionId = null
let busy = false
let watching = null

const say = (sentence) => {
  said.textContent = sentence
}

const post = async (path, body) => {
  const response = await fetch(`/link/session/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}`)
  return response.json()
}

/** What to do when the sandbox itself is away: the person can always leave. */
const showBroken = (error) => {
  draw({
    pane: 'error',
    title: 'The sandbox does not answer',
    text: `Is it still running? ${error.message}.`,
    error: { error_type: 'API_ERROR', error_code: 'INTERNAL_SERVER_ERROR' },
  })
}

const leaveUnstarted = () =>
  host.end({
    succeeded: false,
    error: null,
    metadata: { institution: null, status: null, link_session_id: '', request_id: '' },
    events: [],
  })

/** One thing the person did. While it is under way nothing else is taken. */
const act = async (name, details = {}) => {
  if (busy) return
  if (sessionId === null) return leaveUnstarted()
  busy = true
  stopWatching()
  const pressed = box.querySelector('.btn.ink')
  if (pressed && name !== 'exit') markBusy(pressed)
  try {
    follow(await post(`${sessionId}/${name}`, details))
  } catch (error) {
    showBroken(error)
  } finally {
    busy = false
  }
}

/** The person leaves. */
export const close = () => act('exit')

const stopWatching = () => {
  clearTimeout(watching)
  watching = null
}

/** Asks until the bank's window has been answered. Not every browser lets us watch the window, so the server is asked. */
const watchBank = () => {
  stopWatching()
  watching = setTimeout(lookAtBank, 500)
}

const lookAtBank = async () => {
  const mine = watching
  const view = await post(`${sessionId}/watch`, { closed: bankWindowIsClosed() }).catch(showBroken)
  if (view && mine !== null && watching === mine) follow(view)
}

/** The window has to be opened in the click itself; where it leads, the server says right after. */
const openBank = () => act('oauth', { opened: openBankWindow() })

/** The outcome goes to the host; everything else is drawn. */
const follow = (view) => {
  if (view.pane !== 'waiting') closeBankWindow()
  else if (view.bankUrl) showInBankWindow(view.bankUrl)
  if (view.pane === 'end') return host.end(view.outcome)
  if (view.pane === 'leaving') return host.leave(new URL(view.bankUrl, location.href).href)
  if (view.pane !== 'waiting' || !box.querySelector('[data-waiting]')) draw(view)
  if (view.pane === 'waiting') watchBank()
}

/** Shows a pane. */
export const draw = (view) => {
  say('')
  const back = view.canGoBack ? () => act('back') : null
  const pane = PANES[view.pane](view, { act, close, say, openBank })
  box.replaceChildren(bar({ back, close: view.pane === 'over' ? null : close }), pane)
  firstPlace(box)?.focus()
}

/** Opens a session. */
export const start = async (config) => {
  try {
    const { linkSessionId, opened, view } = await post('start', config)
    sessionId = linkSessionId
    host.opened(opened)
    follow(view)
  } catch (error) {
    showBroken(error)
  }
}

/** Shows the empty dialog of a host, which is told what happens: `opened`, `leave`, `end`. */
export const begin = (newHost) => {
  host = newHost
  box.replaceChildren(bar({ back: null, close }), el('p', { class: 'sr', role: 'status' }, 'Opening'))
}
