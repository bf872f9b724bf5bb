import { db } from '#lib/adapters/db/client.ts'

/** A bank's logo (PNG), or null where it has none. */
export async function readInstitutionLogo(institutionId: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await db().institution.findUnique({ where: { id: institutionId }, select: { logo: true } })
  return found?.logo ?? null
}
