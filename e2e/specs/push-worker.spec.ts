import type { Page, Worker } from '@playwright/test'
import { z } from 'zod'
import { expect, test } from '../stories/story.ts'

const Asked = z.array(z.object({ title: z.string(), body: z.string(), tag: z.string(), url: z.string() }))

/** Registers the worker as the dashboard does after the person's own click, and waits until it runs. */
async function startWorker(page: Page): Promise<Worker> {
  const started = page.context().waitForEvent('serviceworker')
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/push-worker.js')
    await navigator.serviceWorker.ready
  })
  return started
}

/** Notes what the worker asks the browser to show, and lets it ask. */
async function listenTo(worker: Worker): Promise<() => Promise<z.infer<typeof Asked>>> {
  await worker.evaluate(() => {
    const registration = Reflect.get(globalThis, 'registration')
    const show = registration.showNotification.bind(registration)
    const asked: object[] = []
    Reflect.set(globalThis, 'asked', asked)
    registration.showNotification = (title: string, options: { body: string; tag: string; data: { url: string } }) => {
      asked.push({ title, body: options.body, tag: options.tag, url: options.data.url })
      return show(title, options)
    }
  })
  return async () => Asked.parse(await worker.evaluate(() => Reflect.get(globalThis, 'asked')))
}

/** Hands messages to the worker, as the browser does when its push service has one. */
async function pushTo(page: Page): Promise<(data: string) => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [registration] }) => {
      if (registration) resolve(registration.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  const registrationId = await registered
  const { origin } = new URL(page.url())
  return async (data) => void (await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data }))
}

test('a browser message is shown by the worker, also after one that nobody can read', async ({
  openBrowser,
  baseURL,
}) => {
  const page = await openBrowser({ permissions: ['notifications'] })
  await page.goto(`${baseURL}/sign-in`)
  const asked = await listenTo(await startWorker(page))
  const deliver = await pushTo(page)
  const message = { title: 'First Platypus Bank', body: 'Sign in again', tag: 'topic', url: `${baseURL}/reconnect/x` }
  await deliver('no json')
  await deliver(JSON.stringify(message))
  await deliver(JSON.stringify(message))
  const unreadable = { title: new URL(page.url()).host, body: '', tag: '', url: `${baseURL}/dashboard` }
  await expect.poll(asked).toEqual([unreadable, message, message])

  // A browser without a screen may deny every permission; where it does not, one topic shows once.
  if (!(await page.evaluate(() => Notification.permission === 'granted'))) return
  const shown = () =>
    page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ tag }) => tag))
  await expect.poll(async () => (await shown()).filter((tag) => tag === 'topic')).toHaveLength(1)
})
