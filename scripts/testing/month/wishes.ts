import { savePreferences } from '#lib/features/accounts/save-preferences.ts'
import { unsubscribe } from '#lib/features/accounts/unsubscribe.ts'
import { dayMs, hourMs, type World } from './world.ts'

const leaveShare = 0.1
const comeBackShare = 0.2
const browserEndsShare = 0.15
const outagesOfMail = 2

/** People leave with one click, some come back; browsers go; the mail provider is away twice. */
export function planWishes(world: World): void {
  const { people, browsers, sandbox, agenda, chance, from, until } = world
  const sometime = () => chance.between(from, until)
  for (const person of people.filter(() => chance.happens(leaveShare))) {
    agenda.add(sometime(), async (at) => {
      await unsubscribe(person.userId, new Date(at))
      person.wantsEmail = false
      if (!chance.happens(comeBackShare)) return
      agenda.add(at + chance.between(hourMs, 9 * dayMs), async (then) => {
        const wishes = { wantsEmail: true, wantsPush: true, language: null, timeZone: person.timeZone }
        await savePreferences(person.userId, wishes, new Date(then))
        person.wantsEmail = true
        person.isGivenUp = false
      })
    })
  }
  for (const id of [...browsers.keys()].filter(() => chance.happens(browserEndsShare))) {
    agenda.add(sometime(), async () => void (await sandbox.endSubscription(id)))
  }
  for (let outage = 0; outage < outagesOfMail; outage++) {
    agenda.add(sometime(), async (at) => {
      const away = { status: 500, name: 'application_error', message: 'later', times: 1_000_000 }
      await sandbox.refuseNextMail(away)
      agenda.add(at + chance.between(hourMs / 2, 2 * hourMs), async () => void (await sandbox.acceptMails()))
    })
  }
}
