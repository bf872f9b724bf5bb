export type Mail = {
  to: string
  subject: string
  html: string
  text: string
  /** For example `List-Unsubscribe`. */
  headers?: Record<string, string>
  /** The attempt that this mail belongs to: it becomes the Message-ID, and the tag by which the provider's webhooks name it. */
  attemptId?: string
}

/** A mail with its sender, and with the Message-ID that it has on every try. */
export type OutgoingMail = Mail & { from: string; messageId: string | null }
