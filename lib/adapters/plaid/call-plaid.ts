import { Configuration, PlaidApi } from 'plaid'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { PlaidFault, toPlaidFault } from './plaid-fault.ts'

// Plaid's SDK waits for ever by default; none of our calls makes Plaid ask a bank live.
const timeoutMs = 15_000

let made: PlaidApi | undefined

function plaidApi(): PlaidApi {
  const { PLAID_BASE_URL, PLAID_CLIENT_ID, PLAID_SECRET } = env()
  made ??= new PlaidApi(
    new Configuration({
      basePath: PLAID_BASE_URL,
      baseOptions: {
        timeout: timeoutMs,
        headers: { 'PLAID-CLIENT-ID': PLAID_CLIENT_ID, 'PLAID-SECRET': PLAID_SECRET },
      },
    }),
  )
  return made
}

/**
 * The one door to Plaid: every call passes here, is timed and logged with its request id, and fails as a PlaidFault.
 * @param call Plaid's path, for the log and the error, e.g. `/item/get`
 * @param plaidItemId the Item that the call is about, for what follows from a fault
 * @throws PlaidFault
 */
export async function callPlaid<Answer extends { request_id: string }>(
  call: string,
  ask: (api: PlaidApi) => Promise<{ data: Answer }>,
  plaidItemId: string | null = null,
): Promise<Answer> {
  const startedAt = performance.now()
  try {
    const { data } = await ask(plaidApi())
    log.debug({ call, requestId: data.request_id, ms: Math.round(performance.now() - startedAt) }, 'plaid answered')
    return data
  } catch (thrown) {
    const fault = toPlaidFault(call, thrown, plaidItemId)
    if (fault instanceof PlaidFault) logFault(fault, Math.round(performance.now() - startedAt))
    throw fault
  }
}

/** What is a matter of our set-up does not pass by itself: whoever runs Relink must see it. */
function logFault(fault: PlaidFault, ms: number): void {
  const facts = { call: fault.call, requestId: fault.requestId, errorCode: fault.code, status: fault.status, ms }
  if (fault.errorClass === 'operator') log.error({ ...facts, err: fault }, 'plaid does not take how Relink is set up')
  else log.info(facts, 'plaid refused')
}
