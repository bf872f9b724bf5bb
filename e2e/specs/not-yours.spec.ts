import { entriesOf, openBrokenItem } from '../stories/console.ts'
import { expect, test } from '../stories/story.ts'

const bank = { name: 'First Platypus Bank' }

test('somebody else’s bank cannot be seen, and not reconnected by its id', async ({ person, stranger, admin }) => {
  const theirs = await person.lose()
  const empty = await stranger.open('/dashboard')
  await expect(empty.getByRole('heading', { name: 'Connect your first bank' })).toBeVisible()
  await expect(empty.getByRole('article')).toHaveCount(0)

  await stranger.lose()
  await empty.reload()
  const card = empty.getByRole('article', bank)
  await card.evaluate((element, itemId) => {
    element.querySelector('input[name=itemId]')?.setAttribute('value', itemId)
  }, theirs.itemId)
  const answered = empty.waitForResponse((response) => response.request().method() === 'POST')
  await card.getByRole('button', { name: 'Reconnect First Platypus Bank' }).click()
  await answered
  await expect(empty).toHaveURL(/\/dashboard$/)

  await openBrokenItem(admin, person.email)
  await expect(entriesOf(admin, 'Opened Link')).toHaveCount(0)
})

test('a person comes from the dashboard to the reconnect page of their own bank', async ({ person }) => {
  await person.lose()
  const page = await person.open('/dashboard')
  await expect(page.getByRole('heading', { name: 'One bank needs you' })).toBeVisible()
  await page.getByRole('button', { name: 'Reconnect First Platypus Bank' }).click()
  await expect(page).toHaveURL(/\/reconnect\/[\w-]{43}$/)
  await expect(page.getByRole('heading', { name: 'Reconnect First Platypus Bank' })).toBeVisible()
})

test('nobody connects a bank without being signed in', async ({ request, world }) => {
  const headers = { origin: world.relinkUrl }
  for (const [path, data] of [
    ['/api/items', { publicToken: 'public-sandbox-1' }],
    ['/api/link-token', {}],
  ] as const) {
    const answer = await request.post(path, { headers, data })
    expect(answer.status()).toBe(401)
    expect(await answer.json()).toMatchObject({ error: { code: 'not_signed_in' } })
  }
})

test('a signed-in person connects so many banks in an hour only', async ({ stranger }) => {
  const tries = Array.from({ length: 41 }, () =>
    stranger.request.post('/api/items', { data: { publicToken: 'public-sandbox-made-up' } }),
  )
  const refused = (await Promise.all(tries)).filter((answer) => answer.status() === 429)
  expect(refused).toHaveLength(1)
  expect(await refused[0]?.json()).toMatchObject({ error: { code: 'too_many' } })
})

test('another site cannot act for a person who is signed in', async ({ person }) => {
  const { link } = await person.lose()
  const reconnect = `/api/reconnect/${link.split('/').at(-1)}`
  for (const origin of ['https://evil.example', 'null']) {
    for (const path of ['/api/items', '/api/link-token', `${reconnect}/link-token`, `${reconnect}/confirm`]) {
      const answer = await person.request.post(path, { headers: { origin }, data: {} })
      expect(answer.status(), `${path} from ${origin}`).toBe(403)
    }
  }
})
