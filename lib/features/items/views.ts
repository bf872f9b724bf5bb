export type { AccountView, InstitutionView } from '#lib/adapters/db/views.ts'
