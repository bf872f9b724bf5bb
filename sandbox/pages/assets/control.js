import { el, icon } from './element.js'

/** The sandbox's own JSON. Every page of it speaks through these functions. */
const request = async (method, path, body) => {
  const headers = body === undefined ? {} : { 'content-type': 'application/json' }
  const response = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
  const text = await response.text()
  const answer = text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
  if (response.ok) return answer
  const reason = answer?.error_message ?? answer?.message ?? answer?.error ?? response.statusText
  throw new Error(`${response.status}: ${typeof reason === 'string' ? reason : JSON.stringify(reason)}`)
}

export const get = (path) => request('GET', path)
export const post = (path, body = {}) => request('POST', path, body)
export const remove = (path) => request('DELETE', path)

const shownForMs = 6000
const mostAtOnce = 3

/** Says at the edge of the page what came of a deed; failures stay until they are closed. */
export const toast = (sentence, { failed = false } = {}) => {
  const place = document.querySelector('.toasts')
  const close = el(
    'button',
    { class: 'icon-btn sm', type: 'button', 'aria-label': 'Close message', onclick: () => note.remove() },
    icon('close'),
  )
  const note = el(
    'div',
    { class: 'toast', 'data-state': failed ? 'login_required' : 'healthy', role: failed ? 'alert' : 'status' },
    icon(failed ? 'warning' : 'check'),
    el('p', { class: 'grow' }, sentence),
    close,
  )
  place.append(note)
  if (place.children.length > mostAtOnce) place.firstElementChild.remove()
  if (!failed) setTimeout(() => note.remove(), shownForMs)
}

/** Runs a deed, says when it fails, and answers undefined then. */
export const attempt = async (deed) => {
  try {
    return await deed()
  } catch (error) {
    toast(error.message, { failed: true })
  }
}
