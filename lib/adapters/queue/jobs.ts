import { z } from 'zod'

/** Every job, with what it carries: ids only, so that a job waiting for days holds nothing stale and no secret. */
export const jobSchemas = {
  'apply-webhook': z.object({ deliveryId: z.string() }),
  'tell-person': z.object({ userId: z.string() }),
  'send-attempt': z.object({ attemptId: z.string() }),
  'sweep-items': z.object({}),
  'check-institution': z.object({ institutionId: z.string() }),
  'release-notices': z.object({ institutionId: z.string() }),
  'check-item': z.object({ itemId: z.string() }),
  'describe-item': z.object({ itemId: z.string() }),
  'poll-link-session': z.object({ linkSessionId: z.string() }),
  'point-webhook': z.object({ itemId: z.string() }),
}

export type JobName = keyof typeof jobSchemas
export type JobData<Name extends JobName> = z.infer<(typeof jobSchemas)[Name]>
export type JobHandlers = { [Name in JobName]: (data: JobData<Name>, now: Date) => Promise<void> }

export const jobNames = Object.keys(jobSchemas).filter((name): name is JobName => name in jobSchemas)

/**
 * Of these only one with the same data waits or is under way at a time. Who leaves another leaves none: the sweep takes
 * an Item again every hour, and its check may fail for a day.
 */
export const exclusiveJobs: ReadonlySet<JobName> = new Set(['check-item'])

/** Where jobs end that failed on every try. */
export const deadLetterQueue = 'dead-letters'
