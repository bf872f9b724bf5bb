import { el } from '/assets/element.js'
import { accountsPane, institutionsPane } from './choice-panes.js'
import { firstPlace, keepInside } from './focus.js'
import { donePane, errorPane, oauthPane, waitingPane } from './outcome-panes.js'
import { bar, markBusy } from './parts.js'
import { codePane, credentialsPane } from './sign-in-panes.js'

/*
 * The frame's side of the Link stand-in. The server says which pane to show; this draws it, sends back what the
 * person did, and tells the page around it how the session ended.
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
}

const box = document.querySelector('.linkbox')
const said = document.querySelector('#said')

let pageOrigin = null
let sessionId = null
let busy = false
let bankWindow = null
let watching = null

const tellPage = (type, more = {}) => window.parent.postMessage({ sandboxLink: type, ...more }, pageOrigin ?? '*')

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
  tellPage('end', {
    outcome: {
      succeeded: false,
      error: null,
      metadata: { institution: null, status: null, link_session_id: '', request_id: '' },
      events: [],
    },
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

const close = () => {
  bankWindow?.close()
  return act('exit')
}

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
  const closed = bankWindow?.closed ?? false
  const view = await post(`${sessionId}/watch`, { closed }).catch(showBroken)
  if (view && mine !== null && watching === mine) follow(view)
}

const openBank = (view) => {
  bankWindow = window.open(view.bankUrl, 'sandbox-bank', 'popup,width=480,height=760')
  void act('oauth')
}

/** The outcome goes to the page; everything else is drawn. */
const follow = (view) => {
  if (view.pane === 'end') return tellPage('end', { outcome: view.outcome })
  if (view.pane === 'leaving') return tellPage('leave', { url: new URL(view.bankUrl, location.href).href })
  if (view.pane !== 'waiting' || !box.querySelector('[data-waiting]')) draw(view)
  if (view.pane === 'waiting') watchBank()
}

const draw = (view) => {
  say('')
  const back = view.canGoBack ? () => act('back') : null
  const pane = PANES[view.pane](view, { act, close, say, openBank })
  box.replaceChildren(bar({ back, close }), pane)
  firstPlace(box)?.focus()
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') void close()
  if (event.key === 'Tab') keepInside(box, event)
})

const start = async ({ token, receivedRedirectUri }) => {
  try {
    const { linkSessionId, opened, view } = await post('start', { token, receivedRedirectUri })
    sessionId = linkSessionId
    tellPage('opened', { event: opened })
    follow(view)
  } catch (error) {
    showBroken(error)
  }
}

window.addEventListener('message', (event) => {
  if (event.source !== window.parent) return
  if (event.data?.sandboxLink === 'start' && pageOrigin === null) {
    pageOrigin = event.origin
    void start(event.data)
  }
  if (event.data?.sandboxLink === 'exit' && event.origin === pageOrigin) void close()
})

box.replaceChildren(bar({ back: null, close }), el('p', { class: 'sr', role: 'status' }, 'Opening'))
tellPage('ready')
