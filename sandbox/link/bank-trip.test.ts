import { expect, test } from 'vitest'
import { setInstitutionDown } from '../acts/set-institution-down.ts'
import { runLink } from '../testing/run-link.ts'

const tartan = { institutionId: 'ins_109511' }
const redirect = { ...tartan, redirect_uri: 'http://localhost:3000/link/oauth' }

async function atTheBank(running: Awaited<ReturnType<typeof runLink>>, opened = true) {
  const link = await running.client.openLink({ token: running.link_token })
  return { link, view: await link.act('oauth', { opened }) }
}

test('Link waits for the bank’s window, and goes on once the person has answered there', async () => {
  const running = await runLink(redirect)
  const { link, view } = await atTheBank(running)
  expect(await link.act('watch', { closed: false })).toMatchObject({ pane: 'waiting' })
  await running.answerBank(view.bankUrl, 'granted', running.item.sharedAccountIds)
  const { outcome } = await link.act('watch', { closed: true })
  expect(outcome).toMatchObject({ succeeded: true })
  expect(outcome?.events.map(({ name }) => name)).toContain('OPEN_OAUTH')
})

test('where no window waits, the bank’s page leads to the redirect URI with its oauth_state_id only', async () => {
  const running = await runLink(redirect)
  const { view } = await atTheBank(running, false)
  expect(view.pane).toBe('leaving')
  const back = await running.answerBank(view.bankUrl, 'granted', running.item.sharedAccountIds)
  expect(back).toMatch(/^http:\/\/localhost:3000\/link\/oauth\?oauth_state_id=[-0-9a-f]{36}$/)
  const returned = await running.client.openLink({ token: running.link_token, receivedRedirectUri: back ?? '' })
  expect(returned.view.outcome).toMatchObject({ succeeded: true })
})

test('without a redirect URI only a window of its own leads to the bank', async () => {
  const running = await runLink(tartan)
  const { link, view } = await atTheBank(running, false)
  expect(view).toMatchObject({ pane: 'oauth', problem: expect.stringContaining('browser kept') })
  const again = await link.act('oauth', { opened: true })
  expect(await running.answerBank(again.bankUrl, 'granted', running.item.sharedAccountIds)).toBe('')
})

test('closing the bank’s window is said, and leaving then exits with INSUFFICIENT_CREDENTIALS', async () => {
  const { link } = await atTheBank(await runLink(redirect))
  expect(await link.act('watch', { closed: true })).toMatchObject({
    pane: 'oauth',
    problem: expect.stringContaining('closed before you answered'),
  })
  const { outcome } = await link.act('exit')
  expect(outcome).toMatchObject({
    error: { error_code: 'INSUFFICIENT_CREDENTIALS' },
    metadata: { status: 'requires_oauth' },
  })
  expect(outcome?.events.map(({ name }) => name)).toEqual(expect.arrayContaining(['OPEN_OAUTH', 'CLOSE_OAUTH']))
})

test('refusing at the bank exits with INSUFFICIENT_CREDENTIALS', async () => {
  const running = await runLink(redirect)
  const { link, view } = await atTheBank(running)
  await running.answerBank(view.bankUrl, 'refused', running.item.sharedAccountIds)
  expect(await link.act('watch', { closed: true })).toMatchObject({ pane: 'error' })
  expect((await link.act('exit')).outcome).toMatchObject({
    error: { error_code: 'INSUFFICIENT_CREDENTIALS' },
    metadata: { status: 'requires_oauth' },
  })
})

test('a bank that is down is said in Link, before its page', async () => {
  const running = await runLink(redirect)
  setInstitutionDown(running.sandbox, tartan.institutionId, true)
  expect((await atTheBank(running)).view).toMatchObject({ pane: 'error', error: { error_code: 'INSTITUTION_DOWN' } })
})

test('what is ticked on the bank’s own page is shared, whatever the link token says', async () => {
  const running = await runLink(redirect)
  const { link, view } = await atTheBank(running)
  const [kept = ''] = running.item.sharedAccountIds
  const page = await (await fetch(new URL(view.bankUrl ?? '', running.url))).text()
  expect(page.match(/type="checkbox"[^>]* checked/g)).toHaveLength(2)
  await running.answerBank(view.bankUrl, 'granted', [kept])
  expect((await link.act('watch', { closed: true })).outcome).toMatchObject({ succeeded: true })
  expect(running.item.sharedAccountIds).toEqual([kept])
})

test('ticking nothing on the bank’s own page is NO_ACCOUNTS, and can be tried again', async () => {
  const running = await runLink(redirect)
  const { link, view } = await atTheBank(running)
  await running.answerBank(view.bankUrl, 'granted', [])
  expect(await link.act('watch', { closed: true })).toMatchObject({ error: { error_code: 'NO_ACCOUNTS' } })
  expect(await link.act('again')).toMatchObject({ pane: 'oauth', problem: null })
})
