const fewPeople = 12
const usualSeed = 20_270_301

/** How many people live through the month: a few in `npm test`, as many as `npm run bench -- month` asks for there. */
export function monthWish() {
  const { RELINK_MONTH_PEOPLE, RELINK_MONTH_SEED } = process.env
  return {
    people: Number(RELINK_MONTH_PEOPLE ?? fewPeople),
    seed: Number(RELINK_MONTH_SEED ?? usualSeed),
    isBench: RELINK_MONTH_PEOPLE !== undefined,
  }
}

/** The rules as they are where an operator sets nothing; and no queue of this process works beside the simulated clock. */
export function takeUsualRules(): void {
  for (const key of Object.keys(process.env)) if (key.startsWith('NOTICE_')) delete process.env[key]
  process.env.RELINK_ROLE = 'web'
}
