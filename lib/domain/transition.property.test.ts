import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ItemHealth, isBroken } from './item-state.ts'
import { isStillTrue, type NoticeKind } from './notice.ts'
import { type Effect, type ItemEvent, transition } from './transition.ts'

const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
const errorCode = fc.constantFrom(
  'ITEM_LOGIN_REQUIRED',
  'ITEM_LOCKED',
  'NO_ACCOUNTS',
  'USER_PERMISSION_REVOKED',
  'ITEM_NOT_SUPPORTED',
  'ITEM_NOT_FOUND',
  'INSTITUTION_DOWN',
  'INVALID_ACCESS_TOKEN',
  'INVENTED_TOMORROW',
)
const event: fc.Arbitrary<ItemEvent> = fc.oneof(
  fc.record({ type: fc.constant('found_healthy' as const), consentExpiresAt: fc.option(instant) }),
  fc.record({ type: fc.constant('repair_proved' as const), consentExpiresAt: fc.option(instant) }),
  fc.record({ type: fc.constant('disconnect_announced' as const), disconnectsAt: fc.option(instant) }),
  fc.record({ type: fc.constant('item_removed' as const) }),
  errorCode.map((code) => ({
    type: 'found_broken' as const,
    error: { errorType: 'ITEM_ERROR', errorCode: code, errorCodeReason: null, displayMessage: null },
  })),
)

type World = { health: ItemHealth; isIncidentOpen: boolean; waiting: NoticeKind[] }

/** The shell's part, without a database. */
function carryOut(world: World, effect: Effect): World {
  switch (effect.type) {
    case 'open_incident':
      expect(world.isIncidentOpen, 'a second incident was opened').toBe(false)
      return { ...world, isIncidentOpen: true }
    case 'close_incident':
      expect(world.isIncidentOpen, 'an incident was closed that is not open').toBe(true)
      return { ...world, isIncidentOpen: false }
    case 'send_notice':
      return { ...world, waiting: [...world.waiting, effect.kind] }
    case 'silence_notices':
      return { ...world, waiting: [] }
    case 'close_reconnect_links':
    case 'note_outage':
    case 'alert_operator':
      return world
  }
}

function live(world: World, happened: ItemEvent): World {
  const { next, effects } = transition(world.health, happened)
  return effects.reduce(carryOut, { ...world, health: next })
}

describe('any history of an Item', () => {
  it('has an incident open exactly while the Item is broken, and no notice waits that is not true', () => {
    const healthy: World = {
      health: { state: 'healthy', error: null, expiresAt: null },
      isIncidentOpen: false,
      waiting: [],
    }
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (history) => {
        let world = healthy
        for (const happened of history) {
          world = live(world, happened)
          expect(world.isIncidentOpen).toBe(isBroken(world.health.state))
          expect(world.waiting.every((kind) => isStillTrue(kind, world.health.state))).toBe(true)
          expect(world.waiting.length).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 10_000 },
    )
  })
})
