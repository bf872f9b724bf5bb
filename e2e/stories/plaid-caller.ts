import { z } from 'zod'

const Exchanged = z.object({ access_token: z.string() })
const PublicToken = z.object({ public_token: z.string() })
const Found = z.object({ metadata: z.object({ language: z.string() }) })
const LinkToken = z.object({ link_token: z.string(), hosted_link_url: z.string() })

const credentials = { client_id: 'sandbox-client-id', secret: 'sandbox-secret' }

/** Another company than Relink, which calls Plaid as its documents say. */
export function plaidCaller(sandboxUrl: string) {
  const ask = async <Schema extends z.ZodType>(schema: Schema, path: string, body: object) => {
    const answer = await fetch(`${sandboxUrl}/plaid${path}`, {
      method: 'POST',
      body: JSON.stringify({ ...credentials, ...body }),
    })
    return schema.parse(await answer.json())
  }
  const access = async (institutionId: string) => {
    const wish = { institution_id: institutionId, initial_products: ['transactions'] }
    const made = await ask(PublicToken, '/sandbox/public_token/create', wish)
    return ask(Exchanged, '/item/public_token/exchange', made)
  }
  return {
    /** The address of a hosted page that repairs a new Item of this bank. */
    hostedPage: async (institutionId: string, hosted_link: { completion_redirect_uri?: string } = {}) => {
      const { hosted_link_url } = await ask(LinkToken, '/link/token/create', {
        ...(await access(institutionId)),
        client_name: 'Fernway',
        language: 'en',
        country_codes: ['US'],
        user: { client_user_id: 'somebody' },
        hosted_link,
      })
      return hosted_link_url
    },
    /** In which language Link opens with this token. */
    languageOf: async (link_token: string) => (await ask(Found, '/link/token/get', { link_token })).metadata.language,
    /** What opened Link before link tokens, for a new Item of this bank. */
    publicToken: async (institutionId: string) =>
      (await ask(PublicToken, '/item/public_token/create', await access(institutionId))).public_token,
  }
}
