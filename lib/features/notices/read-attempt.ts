import { db } from '#lib/adapters/db/client.ts'

/** An attempt with all that its message says, as it is stored now. */
export function readAttempt(attemptId: string) {
  return db().attempt.findUnique({
    where: { id: attemptId },
    include: {
      message: {
        include: {
          user: true,
          notices: {
            // Those that the other channel has sent already belong to the message still.
            where: { state: { in: ['pending', 'sent'] } },
            orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
            include: {
              incident: {
                include: {
                  item: {
                    include: {
                      accounts: { where: { goneAt: null }, orderBy: { name: 'asc' } },
                      institution: { select: { primaryColor: true, hasLogo: true, downSince: true } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  })
}

export type StoredAttempt = NonNullable<Awaited<ReturnType<typeof readAttempt>>>
export type StoredNotice = StoredAttempt['message']['notices'][number]
