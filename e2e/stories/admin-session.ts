import { join } from 'node:path'
import type { TestInfo } from '@playwright/test'

/** Whom the stack of the stories has as its admin. */
export const adminEmail = 'admin@example.com'

/** Where the first story leaves the admin's session for all others: one address may ask for few links only. */
export function adminSession({ project }: TestInfo): string {
  return join(project.outputDir, 'admin-session.json')
}
