import { readInstitutionLogo } from '#lib/features/items/read-institution-logo.ts'

type Context = { params: Promise<{ institutionId: string }> }

/** A bank's logo. Public, because mails show it; it says nothing about anybody. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const logo = await readInstitutionLogo((await params).institutionId)
  if (!logo) return new Response(null, { status: 404 })
  return new Response(logo, { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400' } })
}
