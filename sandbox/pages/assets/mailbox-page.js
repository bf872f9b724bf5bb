import { attempt, get } from './control.js'
import { keepLive } from './live.js'
import { emptyMailbox, openMailbox, refuseNextMail } from './mailbox.js'

const at = (id) => document.querySelector(`#${id}`)
const mailbox = openMailbox(at('mailbox'))

const refresh = async () => {
  const { mails } = await get('/mailbox/list.json')
  mailbox.draw(mails)
  at('mailbox-count').textContent = String(mails.length)
}

at('refuse-mail').addEventListener('click', refuseNextMail)
at('empty-mailbox').addEventListener('click', () => emptyMailbox().then(() => attempt(refresh)))

keepLive(refresh)
