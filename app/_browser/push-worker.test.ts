import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it, vi } from 'vitest'

const origin = 'https://relink.example.com'
const source = readFileSync(new URL('../../public/push-worker.js', import.meta.url), 'utf8')

type Listener = (event: object) => void

/** The worker as a browser would run it, with what it may call. */
function runWorker(windows: { url: string }[] = []) {
  const listeners = new Map<string, Listener>()
  const shown = vi.fn(async (_title: string, _options: object) => {})
  const opened = vi.fn(async (_url: string) => null)
  const focused = vi.fn(async () => null)
  const asked = vi.fn(async (_path: string, _request: object) => null)
  const subscribed = vi.fn(async (_options: object) => ({ endpoint: `${origin}/new` }))
  const said = vi.fn()
  const self = {
    location: new URL(origin),
    registration: { showNotification: shown, pushManager: { subscribe: subscribed } },
    clients: { matchAll: async () => windows.map((window) => ({ ...window, focus: focused })), openWindow: opened },
    skipWaiting: () => {},
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
  }
  runInContext(source, createContext({ self, URL, fetch: asked, console: { info: said } }))
  const fire = async (name: string, event: object) => {
    const until: Promise<unknown>[] = []
    listeners.get(name)?.({ ...event, waitUntil: (promise: Promise<unknown>) => until.push(promise) })
    await Promise.all(until)
  }
  const push = (text: string | null) => fire('push', { data: text === null ? null : { json: () => JSON.parse(text) } })
  const click = (url: unknown) => {
    const close = vi.fn()
    return fire('notificationclick', { notification: { close, data: { url } } }).then(() => close)
  }
  return { shown, opened, focused, asked, subscribed, said, push, click, fire }
}

describe('a browser message', () => {
  it('shows its title, its words and its picture', async () => {
    const { shown, push } = runWorker()
    const url = `${origin}/reconnect/x`
    await push(JSON.stringify({ title: 'First Platypus Bank', body: 'Sign in again', tag: 'topic', url }))
    const options = {
      body: 'Sign in again',
      tag: 'topic',
      icon: '/push-icon.png',
      badge: '/push-badge.png',
      data: { url },
    }
    expect(shown.mock.calls).toEqual([['First Platypus Bank', options]])
  })

  it.each([null, '', 'no json', '7', 'null', '[]', '{}', '{"title":7,"body":{},"url":[]}'])(
    'that nobody can read shows the site’s name: %s',
    async (text) => {
      const { shown, push } = runWorker()
      await push(text)
      expect(shown).toHaveBeenCalledOnce()
      expect(shown.mock.calls[0]).toMatchObject([
        'relink.example.com',
        { body: '', data: { url: `${origin}/dashboard` } },
      ])
    },
  )

  it('is lost without harm when the permission was taken back', async () => {
    const { shown, push, said } = runWorker()
    shown.mockRejectedValueOnce(new TypeError('No notification permission has been granted for this origin.'))
    await expect(push('{"title":"A"}')).resolves.toBeUndefined()
    expect(said).toHaveBeenCalledOnce()
  })
})

describe('a click', () => {
  it('opens the page, and closes the message', async () => {
    const { opened, click } = runWorker([{ url: `${origin}/dashboard` }])
    expect(await click(`${origin}/reconnect/x`)).toHaveBeenCalledOnce()
    expect(opened.mock.calls).toEqual([[`${origin}/reconnect/x`]])
  })

  it('brings the page to the front where it is open', async () => {
    const { opened, focused, click } = runWorker([{ url: `${origin}/reconnect/x` }])
    await click(`${origin}/reconnect/x`)
    expect(focused).toHaveBeenCalledOnce()
    expect(opened).not.toHaveBeenCalled()
  })

  it.each(['https://elsewhere.example/x', 'javascript:alert(1)', '//elsewhere.example', 'http://[', undefined, 7])(
    'never leaves this site: %s',
    async (url) => {
      const { opened, click } = runWorker()
      await click(url)
      expect(opened.mock.calls).toEqual([[`${origin}/dashboard`]])
    },
  )
})

describe('a browser whose push service moves it', () => {
  const old = { endpoint: `${origin}/old`, options: { userVisibleOnly: true } }
  const request = (method: string, body: object) => [
    '/api/push-subscriptions',
    { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  ]

  it('tells us the new address and takes back the old one', async () => {
    const { asked, subscribed, fire } = runWorker()
    await fire('pushsubscriptionchange', { oldSubscription: old, newSubscription: { endpoint: `${origin}/newer` } })
    expect(subscribed).not.toHaveBeenCalled()
    expect(asked.mock.calls).toEqual([
      request('DELETE', { endpoint: old.endpoint }),
      request('POST', { endpoint: `${origin}/newer` }),
    ])
  })

  it('subscribes again where the browser has not', async () => {
    const { asked, subscribed, fire } = runWorker()
    await fire('pushsubscriptionchange', { oldSubscription: old, newSubscription: null })
    expect(subscribed.mock.calls).toEqual([[old.options]])
    expect(asked).toHaveBeenCalledTimes(2)
  })
})
