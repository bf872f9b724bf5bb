import pino from 'pino'
import { logLevel } from './env.ts'

/** JSON lines on stdout. Fields that could carry a secret are blanked even if somebody logs a whole object. */
export const log = pino({
  level: logLevel(),
  base: null,
  redact: {
    paths: [
      'accessToken',
      'sealedAccessToken',
      'publicToken',
      'linkToken',
      'token',
      'url',
      'secret',
      'headers',
      '*.config',
    ],
    censor: '[hidden]',
  },
})
