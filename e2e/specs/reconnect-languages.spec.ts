import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expectAccessible, expectFits, inOtherWords } from '../stories/accessible.ts'
import { expireReconnectLinks } from '../stories/database.ts'
import { linkOn } from '../stories/link-dialog.ts'
import { gingham } from '../stories/person.ts'
import { plaidCaller } from '../stories/plaid-caller.ts'
import { expectSaid, tryInVain } from '../stories/reconnecting.ts'
import { expect, test } from '../stories/story.ts'

test.describe.configure({ timeout: 120_000 })

const Minted = z.object({ linkToken: z.string() })

const languages = {
  en: {
    title: 'Reconnect Gingham Credit Union',
    goOn: 'Continue to your bank',
    refused: 'Your bank didn’t accept that',
    again: 'Try again',
    threeChecks: 'Not yet. Let’s check three things',
    stop: 'Let’s stop here for now',
    anyway: 'Try anyway',
    proved: 'You’re connected again',
    missing: 'Not shared',
    bankFirst: 'First, a step at your bank',
    expired: 'This link has run out',
  },
  es: {
    title: 'Reconectar Gingham Credit Union',
    goOn: 'Continuar a su banco',
    refused: 'Su banco no lo aceptó',
    again: 'Intentar de nuevo',
    threeChecks: 'Todavía no. Miremos tres cosas',
    stop: 'Paremos aquí por ahora',
    anyway: 'Intentar de todos modos',
    proved: 'La conexión funciona de nuevo',
    missing: 'No se comparte',
    bankFirst: 'Primero, un paso en su banco',
    expired: 'Este enlace ha caducado',
  },
  fr: {
    title: 'Reconnecter Gingham Credit Union',
    goOn: 'Continuer vers votre banque',
    refused: 'Votre banque n’a pas accepté cela',
    again: 'Réessayer',
    threeChecks: 'Pas encore. Vérifions trois choses',
    stop: 'Arrêtons-nous là pour l’instant',
    anyway: 'Essayer quand même',
    proved: 'La connexion est rétablie',
    missing: 'Non partagé',
    bankFirst: 'D’abord, une étape à votre banque',
    expired: 'Ce lien a expiré',
  },
}

for (const [language, words] of Object.entries(languages)) {
  test(`whoever reads ${language} has the whole way in it, Link included, and every view fits and is clean`, async ({
    openBrowser,
    person,
    sandbox,
  }) => {
    const page = await openBrowser({ locale: language })
    const { link: address } = await person.lose(gingham, { errorCode: 'NO_ACCOUNTS' })
    await page.goto(address)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expectLook(page, words.title)

    const minted = page.waitForResponse('**/link-token')
    await tryInVain(page, words.goOn)
    const { linkToken } = Minted.parse(await (await minted).json())
    expect(await plaidCaller(sandbox.url).languageOf(linkToken)).toBe(language)
    await expectSaid(page, words.refused)
    await tryInVain(page, words.again)
    await expectSaid(page, words.threeChecks)
    await expectLook(page, words.threeChecks)
    await tryInVain(page, words.again)
    await expectSaid(page, words.stop)
    await expectLook(page, words.stop)

    await page.getByRole('button', { name: words.anyway }).click()
    const link = linkOn(page)
    await link.signIn('user_good', 'pass_good')
    await link.frame.getByRole('checkbox', { name: 'Share Savings' }).uncheck()
    await link.press('Share 1 account')
    await expectSaid(page, words.proved)
    await expect(page.getByText(words.missing, { exact: true })).toBeVisible()
    await expectLook(page, words.proved)

    const errand = await person.lose(gingham, { errorCode: 'ITEM_LOCKED' })
    await page.goto(errand.link)
    await expectLook(page, words.bankFirst)
    await expireReconnectLinks(errand.itemId)
    await page.goto(errand.link)
    await expectLook(page, words.expired)
  })
}

async function expectLook(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  const isEnglish = (await page.locator('html').getAttribute('lang')) === 'en'
  await expectAccessible(page, isEnglish ? {} : inOtherWords)
  await expectFits(page)
}
