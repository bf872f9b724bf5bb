import { ask } from './ask.js'
import { attempt, post, toast } from './control.js'

const flaws = [
  ['signature', 'Signed with a foreign key'],
  ['body', 'Body changed after signing'],
  ['algorithm', 'Signed with HS256'],
  ['unknown-key', 'Key id that nobody knows'],
  ['key-id', 'Key id that is none'],
  ['expired-key', 'Signed with a key that has ended'],
  ['claims', 'Says nothing of the body'],
  ['stale', 'Signed ten minutes ago'],
  ['future', 'Signed ten minutes from now'],
  ['missing', 'No signature at all'],
  ['not-jwt', 'Signature is not a token'],
]

const codes = [
  'ITEM: ERROR',
  'ITEM: LOGIN_REPAIRED',
  'ITEM: PENDING_DISCONNECT',
  'ITEM: PENDING_EXPIRATION',
  'ITEM: USER_PERMISSION_REVOKED',
  'ITEM: USER_ACCOUNT_REVOKED',
  'ITEM: NEW_ACCOUNTS_AVAILABLE',
  'ITEM: WEBHOOK_UPDATE_ACKNOWLEDGED',
  'ITEM: A_CODE_NOBODY_KNOWS',
  'TRANSACTIONS: SYNC_UPDATES_AVAILABLE',
]

const itemOptions = (items) =>
  items.map((item) => [item.itemId, `${item.institutionName}, ${item.clientUserId ?? item.itemId.slice(0, 8)}`])

const itemField = (page, item) => ({
  name: 'itemId',
  label: 'Item',
  type: 'select',
  options: itemOptions(page.state().items),
  value: item?.itemId,
})

/** Where webhooks go: that of the Item, or of any other. */
const knownUrl = (page, item) => item?.webhook ?? page.state().items.find(({ webhook }) => webhook)?.webhook ?? ''

/** Sends a webhook that the receiver must refuse. */
export const forge = async (page, item) => {
  const answer = await ask({
    title: 'Forge a webhook',
    text: 'It claims that the Item broke. Relink should answer 401 and change nothing.',
    fields: [
      { name: 'flaw', label: 'What is wrong with it', type: 'select', options: flaws },
      itemField(page, item),
      { name: 'url', label: 'Send to', type: 'url', value: knownUrl(page, item) },
    ],
    go: 'Send the forgery',
  })
  if (!answer) return
  const result = await attempt(() => post('/control/forge', answer))
  if (result) toast(`The forgery was answered with ${result.status ?? 'nothing'}.`, { failed: result.status === 200 })
  await page.refresh()
}

const readFields = (text) => {
  if (text.trim() === '') return {}
  return JSON.parse(text)
}

/** Sends a webhook of any code, well signed. It changes nothing at Plaid. */
export const fire = async (page, item) => {
  if (page.state().items.length === 0) return toast('There is no Item to fire it for.', { failed: true })
  const answer = await ask({
    title: 'Fire a webhook',
    text: 'Well signed, and sent as it is: the Item at Plaid does not change.',
    fields: [
      itemField(page, item),
      { name: 'code', label: 'Type and code', type: 'select', options: codes.map((code) => [code, code]) },
      { name: 'more', label: 'More fields, as JSON', type: 'lines', hint: 'For example {"account_id": "…"}' },
    ],
    go: 'Fire it',
  })
  if (!answer) return
  const [webhook_type, webhook_code] = answer.code.split(': ')
  await attempt(() =>
    post(`/control/items/${encodeURIComponent(answer.itemId)}/webhook`, {
      webhook_type,
      webhook_code,
      ...readFields(answer.more),
    }),
  )
  await page.refresh()
}

const quoted = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** The same webhook as a command, freshly signed; the signature is good for five minutes. */
export const copyAsCurl = async (delivery) => {
  const signed = await attempt(() => post('/control/sign', { body: delivery.body }))
  if (!signed) return
  const command = [
    `curl -i -X POST ${quoted(delivery.url)}`,
    `-H 'Content-Type: application/json'`,
    `-H ${quoted(`Plaid-Verification: ${signed.jwt}`)}`,
    `--data-binary ${quoted(delivery.body)}`,
  ].join(' \\\n  ')
  await attempt(() => navigator.clipboard.writeText(command))
  toast('Copied. The signature is good for five minutes.')
}
