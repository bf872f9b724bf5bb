import type { Sandbox } from '../sandbox.ts'
import { requireInstitution } from './find.ts'

/** Takes a bank down, or brings it back. */
export function setInstitutionDown(sandbox: Sandbox, institutionId: string, down: boolean): void {
  requireInstitution(institutionId)
  const { state } = sandbox.store
  state.downInstitutionIds = state.downInstitutionIds.filter((id) => id !== institutionId)
  if (down) state.downInstitutionIds.push(institutionId)
  sandbox.store.changed()
}
