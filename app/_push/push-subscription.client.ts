import { askServer } from '../_link/ask-server.client.ts'

/** How this browser stands to our messages. */
export type Standing = 'unsupported' | 'denied' | 'off' | 'on'

const workerPath = '/push-worker.js'
const subscriptionsPath = '/api/push-subscriptions'

/**
 * Asks the browser how it stands; nothing of it is kept anywhere else.
 * @param endpoints those that our server has for this person: a browser that tells somebody else is off
 */
export async function readStanding(endpoints: string[]): Promise<Standing> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const subscription = await currentSubscription()
  const isOn = Notification.permission === 'granted' && subscription && endpoints.includes(subscription.endpoint)
  return isOn ? 'on' : 'off'
}

/**
 * Asks the person, then lets this browser be told. Only after their own click: browsers refuse to ask otherwise.
 * @param publicKey VAPID_PUBLIC_KEY
 * @throws when the browser or our server cannot
 */
export async function turnOn(publicKey: string): Promise<Standing> {
  const permission = await Notification.requestPermission()
  if (permission === 'denied') return 'denied'
  if (permission !== 'granted') return 'off'
  await navigator.serviceWorker.register(workerPath)
  const registration = await navigator.serviceWorker.ready
  // One that is left over from another key, or from somebody else here, would be refused or tell the wrong person.
  await (await registration.pushManager.getSubscription())?.unsubscribe()
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  })
  const answer = await askServer(subscriptionsPath, { ...subscription.toJSON(), isWish: true }, () => true)
  if (answer.ok) return 'on'
  await subscription.unsubscribe()
  throw new Error(answer.refusal.message)
}

/**
 * Lets this browser be.
 * @throws when the browser or our server cannot
 */
export async function turnOff(): Promise<Standing> {
  const subscription = await currentSubscription()
  if (!subscription) return 'off'
  const answer = await askServer(subscriptionsPath, { endpoint: subscription.endpoint }, () => true, 'DELETE')
  if (!answer.ok) throw new Error(answer.refusal.message)
  await subscription.unsubscribe()
  return 'off'
}

async function currentSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(workerPath)
  return (await registration?.pushManager.getSubscription()) ?? null
}
