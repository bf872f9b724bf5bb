import { errorCodes } from './item-states.js'

const silent = { name: 'silent', label: 'Say nothing: change it without a webhook', type: 'tick' }

const announcements = [
  ['PENDING_DISCONNECT', 'PENDING_DISCONNECT (US, Canada)'],
  ['PENDING_EXPIRATION', 'PENDING_EXPIRATION (UK, Europe)'],
]

/** What `ask` asks before an Item is changed. */
export const breakQuestion = (item) => ({
  title: `Break ${item.institutionName}`,
  text: 'Plaid will say this of the Item, and send ITEM: ERROR.',
  fields: [{ name: 'errorCode', label: 'Error code', type: 'select', options: errorCodes }, silent],
  go: 'Break it',
})

export const expireQuestion = (item) => ({
  title: `Announce the end of ${item.institutionName}`,
  text: 'The Item goes on working until then.',
  fields: [
    { name: 'days', label: 'Ends in days', type: 'number', value: '7' },
    { name: 'code', label: 'Webhook', type: 'select', options: announcements },
    silent,
  ],
  go: 'Announce it',
})

export const removeQuestion = (item) => ({
  title: `Remove ${item.institutionName}`,
  text: 'The Item is gone at Plaid, and its access token with it.',
  go: 'Remove it',
  danger: true,
})

export const closeAccountQuestion = (item) => ({
  title: `Close an account at ${item.institutionName}`,
  text: 'It vanishes from every answer, and no webhook says so.',
  fields: [
    {
      name: 'accountId',
      label: 'Account',
      type: 'select',
      options: item.accounts
        .filter(({ open }) => open)
        .map(({ accountId, name, mask }) => [accountId, `${name} •• ${mask}`]),
    },
  ],
  go: 'Close it',
})

export const openAccountQuestion = (item) => ({
  title: `Open an account at ${item.institutionName}`,
  text: 'It is not shared until update mode with account selection, or a bank’s own page, shares it.',
  fields: [
    { name: 'name', label: 'Name', type: 'text', value: 'New Savings' },
    { ...silent, label: 'Say nothing: without NEW_ACCOUNTS_AVAILABLE' },
  ],
  go: 'Open it',
})
