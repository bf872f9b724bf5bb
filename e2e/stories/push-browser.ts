import type { Page } from '@playwright/test'
import type { sandboxClient } from '../../scripts/testing/sandbox-client.ts'

type Answer = 'granted' | 'denied'

/**
 * Gives a page a push service: the sandbox's. Browsers under test reach none, and without a screen deny every
 * permission. What the browser knows outlives a reload.
 * @param answer what the person says when they are asked
 * @returns how often they were asked
 */
export async function giveBrowserPush(page: Page, sandbox: ReturnType<typeof sandboxClient>, answer: Answer) {
  let asked = 0
  await page.exposeFunction('noteAsked', () => {
    asked += 1
  })
  await page.exposeFunction('subscribeAtSandbox', (key: string) => sandbox.subscribeToPush(key))
  await page.addInitScript(stub, answer)
  return () => asked
}

/** Runs in the page. */
function stub(answer: Answer) {
  const outside = window as unknown as {
    noteAsked: () => Promise<void>
    subscribeAtSandbox: (key: string) => Promise<object>
  }
  const kept = (name: string) => sessionStorage.getItem(`stub-${name}`)
  const keep = (name: string, value: string) => sessionStorage.setItem(`stub-${name}`, value)
  Object.defineProperty(Notification, 'permission', { get: () => kept('permission') ?? 'default' })
  Notification.requestPermission = async () => {
    await outside.noteAsked()
    keep('permission', answer)
    return answer
  }
  const subscription = () => {
    const known = JSON.parse(kept('subscription') ?? 'null')
    if (!known) return null
    const unsubscribe = async () => {
      keep('subscription', 'null')
      return true
    }
    return { endpoint: known.endpoint, toJSON: () => known, unsubscribe }
  }
  PushManager.prototype.getSubscription = async () => subscription() as unknown as PushSubscription
  PushManager.prototype.subscribe = async (options) => {
    keep('subscription', JSON.stringify(await outside.subscribeAtSandbox(String(options?.applicationServerKey))))
    return subscription() as unknown as PushSubscription
  }
}
