import { newId } from '../state/ids.ts'
import type { SandboxAccount } from '../state/item.ts'

type Template = Omit<SandboxAccount, 'accountId' | 'open'>

function deposit(name: string, mask: string, subtype: 'checking' | 'savings', balance: number): Template {
  return { name, officialName: name, mask, type: 'depository', subtype, balance }
}

function card(name: string, mask: string, balance: number): Template {
  return { name, officialName: name, mask, type: 'credit', subtype: 'credit card', balance }
}

const everyday = deposit('Everyday Checking', '4021', 'checking', 2310.44)
const rainyDay = deposit('Rainy Day Savings', '8830', 'savings', 8120.9)
const household = {
  ...deposit('Joint Household Bills', '1177', 'checking', 640.18),
  officialName: 'Joint Household Bills, Utilities and Insurance Checking',
}

const templates: Record<string, Template[]> = {
  ins_109508: [everyday, rainyDay, household],
  ins_109509: [
    deposit('Share Savings', '3345', 'savings', 4075.2),
    deposit('Share Draft Checking', '6120', 'checking', 912.35),
  ],
  ins_109511: [deposit('Current Account', '2201', 'checking', 1180.66), card('Travel Card', '7714', 386.1)],
  ins_sandbox_1: [
    { ...household, name: household.officialName },
    card('Platinum Rewards Visa Signature', '0092', 1204.77),
    deposit('Kids’ College Fund', '5518', 'savings', 15230),
  ],
}

/** The accounts that a person has at this institution, with ids of their own. */
export function openAccountsAt(institutionId: string): SandboxAccount[] {
  const own = templates[institutionId] ?? [everyday, rainyDay]
  return own.map((template) => ({ ...template, accountId: newId.account(), open: true }))
}
