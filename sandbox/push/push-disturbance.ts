import { z } from 'zod'

/** How a push service treats one of the next messages. */
export const pushDisturbanceSchema = z.object({
  /** 201 takes the message. */
  status: z.number().int().min(201).max(599).default(201),
  retryAfter: z.string().nullable().default(null),
  waitMs: z.number().int().min(0).default(0),
  isCut: z.boolean().default(false),
  times: z.number().int().positive().default(1),
})
export type PushDisturbance = z.infer<typeof pushDisturbanceSchema>
