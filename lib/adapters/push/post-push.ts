import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { RequestDetails } from 'web-push'
import { isLoopback } from '#lib/domain/push-endpoint.ts'
import { InnerAddress, lookupPublic } from './public-address.ts'
import { PushFault } from './push-fault.ts'

const usualTimeoutMs = 15_000

/**
 * Posts one message to a push service. Not by `fetch`, which follows redirects and cannot be told which addresses a
 * name may lead to.
 * @returns the answer's status
 * @throws PushFault without an answer in time, or when the name leads into a network
 */
export function postPush(
  { endpoint, method, headers, body }: RequestDetails,
  timeoutMs = usualTimeoutMs,
): Promise<number> {
  const url = new URL(endpoint)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const posted = request(
      url,
      {
        method,
        headers,
        signal: AbortSignal.timeout(timeoutMs),
        ...(!isLoopback(url) && { lookup: lookupPublic }),
      },
      (response) => {
        response.resume() // what it says is of no use, but the connection is
        resolve(response.statusCode ?? 0)
      },
    )
    posted.once('error', (cause) => reject(faultOf(cause)))
    posted.end(body)
  })
}

function faultOf(cause: Error): PushFault {
  if (cause instanceof InnerAddress) {
    return new PushFault('push_endpoint_refused', cause.message, { isFinal: true, cause })
  }
  return new PushFault('push_no_answer', cause.message, { isFinal: false, cause })
}
