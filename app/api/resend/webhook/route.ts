import { refuse } from '#app/_http/answer.ts'
import { answerMailEvent } from '#lib/features/notices/answer-mail-event.ts'
import { BodyTooLarge, readAtMost } from '#lib/read-at-most.ts'

// Resend's own have one or two thousand bytes.
const mostBytes = 1024 * 1024

/** Resend's webhooks: what became of a mail. Anything but a 2xx makes Resend send it again. */
export async function POST({ headers, body }: Request): Promise<Response> {
  try {
    const rawBody = await readAtMost(body, mostBytes)
    const answer = await answerMailEvent({ headers, rawBody }, new Date())
    switch (answer) {
      case 'taken':
        return new Response(null, { status: 200 })
      case 'forged':
        return refuse('forged')
      case 'off':
        return refuse('no_webhook_secret')
      case 'come_again':
        return refuse('come_again')
    }
  } catch (error) {
    if (error instanceof BodyTooLarge) return refuse('too_large')
    throw error
  }
}
