import { ask } from './ask.js'
import { drawBanks } from './banks.js'
import { attempt, get, post, toast } from './control.js'
import { drawItems } from './items.js'
import { keepLive } from './live.js'
import { emptyMailbox, openMailbox, refuseNextMail } from './mailbox.js'
import { fire, forge } from './webhook-deeds.js'
import { drawWebhooks } from './webhooks.js'

const at = (id) => document.querySelector(`#${id}`)

let state = { institutions: [], items: [], deliveries: [], mailCount: 0 }
const mailbox = openMailbox(at('mailbox'))

const count = (id, number, list) => {
  at(`${id}-count`).textContent = String(number)
  const nothing = at(`${id}-nothing`)
  if (nothing) nothing.hidden = list.length > 0
}

const draw = () => {
  drawBanks(at('banks'), state.institutions, refresh)
  drawItems(at('items'), state.items, page)
  drawWebhooks(at('webhooks'), state, page)
  count('items', state.items.length, state.items)
  count('webhooks', state.deliveries.length, state.deliveries)
}

const refresh = async () => {
  const [newState, { mails }] = await Promise.all([get('/control/state'), get('/mailbox/list.json')])
  state = newState
  draw()
  mailbox.draw(mails)
  count('mails', mails.length, mails)
}

const page = { state: () => state, draw, refresh: () => attempt(refresh) }

const newItem = async () => {
  const answer = await ask({
    title: 'New Item',
    text: 'Made at Plaid without Link. Relink does not know it until its public token is exchanged.',
    fields: [
      {
        name: 'institutionId',
        label: 'Bank',
        type: 'select',
        options: state.institutions.map(({ id, name }) => [id, name]),
      },
    ],
    go: 'Make it',
  })
  if (!answer) return
  const webhook = state.items.find((item) => item.webhook)?.webhook
  const made = await attempt(() => post('/control/items', { ...answer, webhook: webhook ?? undefined }))
  if (made) toast(`Made. Its public token: ${made.publicToken}`)
  await page.refresh()
}

const startOver = async () => {
  const answer = await ask({
    title: 'Start over',
    text: 'Every Item, webhook and mail goes, here only. Relink keeps what it knows of them.',
    go: 'Start over',
    danger: true,
  })
  if (!answer) return
  await attempt(() => post('/control/reset'))
  await page.refresh()
}

at('new-item').addEventListener('click', newItem)
at('forge').addEventListener('click', () => forge(page))
at('fire').addEventListener('click', () => fire(page))
at('refuse-mail').addEventListener('click', refuseNextMail)
at('empty-mailbox').addEventListener('click', () => emptyMailbox().then(page.refresh))
at('start-over').addEventListener('click', startOver)

keepLive(refresh)
