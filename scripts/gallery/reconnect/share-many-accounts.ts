import { withClient } from '../../stack/migrate.ts'

const names = [
  'Everyday checking',
  'Household joint account with overdraft protection',
  'Emergency fund',
  'Holiday savings',
  'Teachers’ pension supplement (voluntary contributions)',
  'Certificate of deposit, 24 months',
  'Auto loan',
  'Home equity line of credit',
  'Visa Platinum Rewards',
  'Youth savings',
  'Money market',
]

/** More accounts than a page names; at the sandbox no bank has so many. */
export async function shareManyAccounts(
  itemId: string,
  databaseUrl = process.env.STORIES_DATABASE_URL ?? '',
): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    for (const [index, name] of names.entries()) {
      await client.query(
        'INSERT INTO bank_accounts (item_id, plaid_account_id, name, mask, type) VALUES ($1, $2, $3, $4, $5)',
        [itemId, `many-${index}`, name, String(4021 + index * 137), 'depository'],
      )
    }
  })
}
