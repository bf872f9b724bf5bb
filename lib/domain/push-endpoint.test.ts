import { describe, expect, it } from 'vitest'
import { isPushEndpoint } from './push-endpoint.ts'

describe('a push endpoint', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/dGVzdA:APA91b',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAAAA',
    'https://web.push.apple.com/QGuQ',
    'https://wns2-by3p.notify.windows.com/w/?token=BQYAAA',
    'https://example.com:443/push',
  ])('of a public push service is one: %s', (endpoint) => {
    expect(isPushEndpoint(endpoint, { allowsLoopback: false })).toBe(true)
  })

  it.each([
    '',
    'push',
    'http://fcm.googleapis.com/fcm/send/x',
    'ftp://example.com/x',
    'file:///etc/passwd',
    'https://user:password@example.com/',
    'https://example.com:6379/',
    'https://10.0.0.7/',
    'https://192.168.1.1/push',
    'https://169.254.169.254/latest/meta-data',
    'https://0x0a000007/',
    'https://167772167/',
    'https://8.8.8.8/',
    'https://[fd00::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://redis/',
    'https://redis./',
    'https://printer.local/',
    'https://metadata.google.internal/computeMetadata',
    'https://metadata.google.internal./computeMetadata',
    'https://app.localhost/',
    `https://example.com/${'x'.repeat(2_000)}`,
  ])('elsewhere is refused: %s', (endpoint) => {
    expect(isPushEndpoint(endpoint, { allowsLoopback: true })).toBe(false)
  })

  it.each([
    'http://localhost:3100/push/1',
    'http://127.0.0.1:3100/push/1',
    'http://[::1]:3100/',
    'https://localhost/',
    'http://0x7f000001/',
    'http://2130706433/',
  ])('on this machine is one only where a stand-in may be: %s', (endpoint) => {
    expect(isPushEndpoint(endpoint, { allowsLoopback: true })).toBe(true)
    expect(isPushEndpoint(endpoint, { allowsLoopback: false })).toBe(false)
  })
})
