import { readFileSync } from 'node:fs'

export type Institution = {
  institutionId: string
  name: string
  /** For a tile when there is no logo. */
  initials: string
  signIn: 'password' | 'password_then_code' | 'oauth'
  primaryColor: string | null
  url: string
  /** Base64 PNG. */
  logo: string | null
}

function logo(file: string): string {
  return readFileSync(new URL(file, import.meta.url)).toString('base64')
}

export const institutions: readonly Institution[] = [
  {
    institutionId: 'ins_109508',
    name: 'First Platypus Bank',
    initials: 'FP',
    signIn: 'password',
    primaryColor: '#24564c',
    url: 'https://first-platypus.example',
    logo: logo('./platypus.png'),
  },
  {
    institutionId: 'ins_127287',
    name: 'Platypus OAuth Bank',
    initials: 'PO',
    signIn: 'oauth',
    primaryColor: '#24564c',
    url: 'https://platypus-oauth.example',
    logo: null,
  },
  {
    institutionId: 'ins_109509',
    name: 'Gingham Credit Union',
    initials: 'GC',
    signIn: 'password',
    primaryColor: '#c4543f',
    url: 'https://gingham.example',
    logo: logo('./gingham.png'),
  },
  {
    institutionId: 'ins_109511',
    name: 'Tartan Bank',
    initials: 'TB',
    signIn: 'oauth',
    primaryColor: '#1f3a5c',
    url: 'https://tartan.example',
    logo: logo('./tartan.png'),
  },
  {
    institutionId: 'ins_109512',
    name: 'Houndstooth Bank',
    initials: 'HB',
    signIn: 'password_then_code',
    primaryColor: '#23211f',
    url: 'https://houndstooth.example',
    logo: null,
  },
  {
    institutionId: 'ins_sandbox_1',
    name: 'Northfield & Marlow Teachers’ Federal Credit Union',
    initials: 'NM',
    signIn: 'password_then_code',
    primaryColor: null,
    url: 'https://northfield-marlow.example',
    logo: null,
  },
  {
    institutionId: 'ins_sandbox_2',
    name: 'Coastline Savings',
    initials: 'CS',
    signIn: 'password',
    primaryColor: '#2f62a6',
    url: 'https://coastline.example',
    logo: logo('./coastline.png'),
  },
]

export function findInstitution(institutionId: string): Institution | undefined {
  return institutions.find((institution) => institution.institutionId === institutionId)
}
