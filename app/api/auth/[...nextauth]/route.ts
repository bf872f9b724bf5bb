import { handlers } from '#app/_auth/auth.ts'

// Only what the mailed link needs. next-auth's own POST would mail links past our limits; our forms are server actions.
export const { GET } = handlers
