import { randomInt, randomUUID } from 'node:crypto'

const itemAlphabet = 'ABCDEFGJKLMNPQRVWXZabcdefghjkmnoprqvwxyz123456789'
const requestAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

function randomText(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** Ids in the forms that Plaid gives them. */
export const newId = {
  item: () => randomText(itemAlphabet, 37),
  account: () => randomText(itemAlphabet, 37),
  request: () => randomText(requestAlphabet, 15),
  accessToken: () => `access-sandbox-${randomUUID()}`,
  publicToken: () => `public-sandbox-${randomUUID()}`,
  linkToken: () => `link-sandbox-${randomUUID()}`,
  uuid: () => randomUUID(),
}
