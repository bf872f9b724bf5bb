// Shows Relink's browser messages. A plain script: browsers load it as it is, and know no build of ours.

const icon = '/push-icon.png'
const badge = '/push-badge.png'

/** What the message says; one that nobody can read still has to show something, or the browser shows words of its own. */
function readMessage(data) {
  const said = parse(data) ?? {}
  const text = (value) => (typeof value === 'string' ? value : '')
  return {
    title: text(said.title) || self.location.host,
    body: text(said.body),
    tag: text(said.tag),
    url: ownUrl(said.url),
  }
}

function parse(data) {
  try {
    const said = data?.json()
    return typeof said === 'object' ? said : null
  } catch {
    return null // no JSON
  }
}

/** Where a click leads: a page of this site, whatever the message says. */
function ownUrl(url) {
  const target = typeof url === 'string' && URL.canParse(url, self.location.origin) && new URL(url, self.location.origin)
  return target && target.origin === self.location.origin ? target.href : `${self.location.origin}/dashboard`
}

async function show(data) {
  const { title, body, tag, url } = readMessage(data)
  try {
    await self.registration.showNotification(title, { body, tag, icon, badge, data: { url } })
  } catch (error) {
    // The person took the permission back, and the push service has not heard of it yet.
    console.info('this browser shows no messages:', error.name)
  }
}

/** Brings the page to the front if it is open somewhere, else opens it. */
async function open(url) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = windows.find((client) => client.url === url)
  return there ? there.focus() : self.clients.openWindow(url)
}

/** The push service gave the browser another address: the old one is forgotten, the new one kept. */
async function moveSubscription({ oldSubscription, newSubscription }) {
  if (oldSubscription) await tell('DELETE', { endpoint: oldSubscription.endpoint })
  const subscription =
    newSubscription ?? (oldSubscription && (await self.registration.pushManager.subscribe(oldSubscription.options)))
  if (subscription) await tell('POST', subscription)
}

function tell(method, body) {
  const headers = { 'content-type': 'application/json' }
  return fetch('/api/push-subscriptions', { method, headers, body: JSON.stringify(body) })
}

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('push', (event) => event.waitUntil(show(event.data)))
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(moveSubscription(event)))
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(ownUrl(event.notification.data?.url)))
})
