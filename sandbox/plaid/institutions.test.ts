import { CountryCode } from 'plaid'
import { expect, test } from 'vitest'
import { institutions } from '../institutions/list.ts'
import { runSandbox } from '../testing/run-sandbox.ts'

test('every bank has an address of its own, told only where it is asked for', async () => {
  const { plaid } = await runSandbox()
  const urls = new Set<unknown>()
  for (const { institutionId } of institutions) {
    const request = { institution_id: institutionId, country_codes: [CountryCode.Us] }
    const { data } = await plaid.institutionsGetById({ ...request, options: { include_optional_metadata: true } })
    expect(data.institution.url).toMatch(/^https:\/\/[-a-z]+\.example$/)
    urls.add(data.institution.url)
    expect((await plaid.institutionsGetById(request)).data.institution).not.toHaveProperty('url')
  }
  expect(urls.size).toBe(institutions.length)
})
