import type { ErrorClass } from '#lib/domain/error-class.ts'
import type { NoticeKind } from '#lib/domain/notice.ts'
import { nearDay } from './dates.ts'

/** What the sentences speak about. */
export type WordFacts = {
  kind: NoticeKind
  errorClass: ErrorClass | null
  brandName: string
  bankName: string
  brokenSince: Date
  endsAt: Date | null
  linkExpiresAt: Date
}

/** All that one mail says; the html and the text part are both made of it. */
export type Words = {
  subject: string
  preview: string
  paragraphs: string[]
  /** Stands before the list of accounts; the first part is emphasised. */
  accountsLead: [emphasised: string, rest: string]
  button: string
  underButton: string
  /** Whether the help page about signing in again belongs to this mail. */
  offersHelp: boolean
}

/** The sentences for a notice: by its kind, and for a broken connection by what the error asks of the person. */
export function wordsFor(facts: WordFacts): Words {
  switch (facts.kind) {
    case 'broken':
      return brokenWords(facts)
    case 'ends_soon':
      return endsSoon(facts)
    case 'access_revoked':
      return accessRevoked(facts)
    case 'cannot_return':
      return cannotReturn(facts)
    case 'repaired':
      return repaired(facts)
  }
}

function brokenWords(facts: WordFacts): Words {
  if (facts.errorClass === 'bank_first') return bankFirst(facts)
  if (facts.errorClass === 'consent') return consentNeeded(facts)
  return signInAgain(facts)
}

function signInAgain({ bankName, brandName, brokenSince, linkExpiresAt }: WordFacts): Words {
  return {
    subject: `${bankName} needs you to sign in again`,
    preview: `It takes about a minute, and nothing in ${brandName} is lost.`,
    paragraphs: [
      `Your bank stopped sharing with ${brandName} on ${nearDay(brokenSince)}. That happens after a new password or a new security step at the bank.`,
    ],
    accountsLead: [`Until you sign in once, ${brandName} gets nothing new`, 'from these accounts:'],
    button: 'Reconnect your bank',
    underButton: `About a minute, on your phone or computer. ${worksUntil(linkExpiresAt)}`,
    offersHelp: true,
  }
}

function bankFirst({ bankName, brandName, brokenSince, linkExpiresAt }: WordFacts): Words {
  return {
    subject: `${bankName} wants a step from you first`,
    preview: `One step at your bank, one here, and nothing in ${brandName} is lost.`,
    paragraphs: [
      `Your bank stopped sharing with ${brandName} on ${nearDay(brokenSince)}. It wants you to settle something there first: to unlock your sign-in, choose a new password, or agree to new terms. Only the bank can do that part.`,
      'Sign in on the bank’s own site or app and do what it asks. Then come back and press the button.',
    ],
    accountsLead: [`Until both are done, ${brandName} gets nothing new`, 'from these accounts:'],
    button: 'Reconnect your bank',
    underButton: `No time now? ${worksUntil(linkExpiresAt)}`,
    offersHelp: true,
  }
}

function consentNeeded({ bankName, brandName, brokenSince, linkExpiresAt }: WordFacts): Words {
  return {
    subject: `${bankName} needs your permission again`,
    preview: 'Choose once more what you share; it takes about a minute.',
    paragraphs: [
      `Your bank stopped sharing with ${brandName} on ${nearDay(brokenSince)}, because a permission is missing. Sign in, choose what you share, and it goes on from there.`,
    ],
    accountsLead: [`Until then, ${brandName} gets nothing new`, 'from these accounts:'],
    button: 'Choose what you share',
    underButton: `About a minute, on your phone or computer. ${worksUntil(linkExpiresAt)}`,
    offersHelp: false,
  }
}

function endsSoon({ bankName, brandName, endsAt, linkExpiresAt }: WordFacts): Words {
  const ending = endsAt ? `ends on ${nearDay(endsAt)}` : 'ends soon'
  return {
    subject: `Your connection to ${bankName} ${ending}`,
    preview: 'Renew it before then, and nothing stops.',
    paragraphs: [
      `Your bank’s permission to share with ${brandName} ${ending}. Renew before, and nothing stops. Banks ask for this from time to time; nothing is wrong.`,
    ],
    accountsLead: ['Everything still arrives', 'from these accounts:'],
    button: 'Renew the connection',
    underButton: `About a minute, on your phone or computer. ${worksUntil(linkExpiresAt)}`,
    offersHelp: false,
  }
}

function accessRevoked({ bankName, brandName, brokenSince, linkExpiresAt }: WordFacts): Words {
  return {
    subject: `You stopped sharing ${bankName} with ${brandName}`,
    preview: 'If you meant it, there is nothing for you to do.',
    paragraphs: [
      `Since ${nearDay(brokenSince)} your bank has no permission from you to share with ${brandName}. If you meant it, all is well, and we don’t write about it again.`,
      'If you change your mind, or it was not you, the way back is here.',
    ],
    accountsLead: [`${brandName} gets nothing new`, 'from these accounts:'],
    button: 'Share it again',
    underButton: worksUntil(linkExpiresAt),
    offersHelp: false,
  }
}

function cannotReturn({ bankName, brandName, brokenSince }: WordFacts): Words {
  return {
    subject: `Your connection to ${bankName} can’t come back`,
    preview: `Connect the bank anew; your records in ${brandName} stay.`,
    paragraphs: [
      `Your bank stopped sharing with ${brandName} on ${nearDay(brokenSince)}, and this connection can’t be put right. Connect the bank anew; your records stay.`,
    ],
    accountsLead: [`Until then, ${brandName} gets nothing new`, 'from these accounts:'],
    button: 'Connect your bank anew',
    underButton: 'About two minutes, on your phone or computer.',
    offersHelp: false,
  }
}

function repaired({ bankName, brandName }: WordFacts): Words {
  return {
    subject: `${bankName} shares with ${brandName} again`,
    preview: 'There is nothing for you to do.',
    paragraphs: [
      `We wrote to you that your bank had stopped sharing with ${brandName}. That is over, and all goes on.`,
    ],
    accountsLead: ['Everything arrives again', 'from these accounts:'],
    button: 'See your connections',
    underButton: 'There is nothing for you to do.',
    offersHelp: false,
  }
}

function worksUntil(linkExpiresAt: Date): string {
  return `The link works until ${nearDay(linkExpiresAt)}.`
}
