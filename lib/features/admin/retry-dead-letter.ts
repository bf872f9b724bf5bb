import { reviveDeadLetter } from '#lib/adapters/queue/dead-letters.ts'

export type RetryResult = { outcome: 'retried' } | { outcome: 'not_retried'; reason: 'gone' }

/** Puts a job that was given up back to work, as an admin asks for it; it may take all its tries again. */
export async function retryDeadLetter(id: string): Promise<RetryResult> {
  return (await reviveDeadLetter(id)) ? { outcome: 'retried' } : { outcome: 'not_retried', reason: 'gone' }
}
