import { createHash } from 'node:crypto'

/** A number from 0 to 1 that is fixed for an Item and even over all Items. */
export function spreadOf(itemId: string): number {
  return createHash('sha256').update(itemId).digest().readUInt32BE(0) / 0xff_ff_ff_ff
}
