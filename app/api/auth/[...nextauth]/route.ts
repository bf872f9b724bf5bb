import { handlers } from '#app/_auth/auth.ts'

export const { GET, POST } = handlers
