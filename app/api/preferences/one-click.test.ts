import { afterAll, describe, expect, it } from 'vitest'
import { db } from '#lib/adapters/db/client.ts'
import { preferencesToken } from '#lib/adapters/vault/preferences-token.ts'
import { stopRelink } from '../../../scripts/testing/relink.ts'
import { GET, POST } from './[token]/unsubscribe/route.ts'

const address = 'http://localhost:3000/api/preferences/token/unsubscribe'
const oneClick = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })

async function somebody() {
  const { id } = await db().user.create({ data: { email: `one-click-${crypto.randomUUID()}@example.org` } })
  const wantsEmail = async () => (await db().user.findUniqueOrThrow({ where: { id } })).wantsEmail
  return { token: preferencesToken(id), wantsEmail }
}

const post = (token: string, body: BodyInit | null) =>
  POST(new Request(address, { method: 'POST', body }), { params: Promise.resolve({ token }) })

function multipart() {
  const form = new FormData()
  form.set('List-Unsubscribe', 'One-Click')
  return form
}

afterAll(stopRelink)

describe('a mail program’s own button for leaving', () => {
  it.each([
    ['a form as of old', oneClick],
    ['a form of several parts', multipart()],
  ])('unsubscribes with %s, without cookie or origin, as often as it is pressed', async (_, body) => {
    const { token, wantsEmail } = await somebody()
    for (const _time of [1, 2]) {
      const answer = await post(token, body)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('No more e-mail')
      expect(await wantsEmail()).toBe(false)
    }
  })

  it.each([
    ['nothing', null],
    ['something else', new URLSearchParams({ hello: 'there' })],
    ['no form at all', 'List-Unsubscribe=One-Click'],
    [
      'more than anybody needs to say it',
      new URLSearchParams({ 'List-Unsubscribe': 'One-Click', and: 'x'.repeat(5000) }),
    ],
  ])('changes nothing when the body says %s', async (_, body) => {
    const { token, wantsEmail } = await somebody()
    expect((await post(token, body)).status).toBe(400)
    expect(await wantsEmail()).toBe(true)
  })

  it('answers in the language of its person, or of the browser where the link is nobody’s', async () => {
    const { id } = await db().user.create({ data: { email: `es-${crypto.randomUUID()}@example.org`, language: 'es' } })
    expect(await (await post(preferencesToken(id), oneClick)).text()).toContain('<html lang="es">')
    const headers = { 'accept-language': 'fr' }
    const request = new Request(address, { method: 'POST', body: oneClick, headers })
    const answer = await POST(request, { params: Promise.resolve({ token: 'nobody' }) })
    expect(await answer.text()).toContain('<html lang="fr">')
  })

  it('changes nothing when the address is only opened, and leads to the page', async () => {
    const { token, wantsEmail } = await somebody()
    const answer = await GET(new Request(address), { params: Promise.resolve({ token }) })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`http://localhost:3000/preferences/${token}`)
    expect(await wantsEmail()).toBe(true)
  })

  it('does nothing with a token of somebody else’s making', async () => {
    const { token } = await somebody()
    for (const wrong of [token.slice(1), `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`]) {
      expect((await post(wrong, oneClick)).status).toBe(404)
    }
  })

  it('is refused after twenty times in an hour', async () => {
    const { token } = await somebody()
    for (let time = 1; time <= 20; time += 1) expect((await post(token, oneClick)).status).toBe(200)
    expect((await post(token, oneClick)).status).toBe(429)
  })
})
