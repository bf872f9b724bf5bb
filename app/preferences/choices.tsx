import { type Language, languages } from '#lib/domain/language.ts'
import { placeOf, timeZoneGroups } from '#lib/domain/time-zone-names.ts'
import type { Preferences } from '#lib/features/accounts/read-preferences.ts'
import { translator } from '#messages/words.ts'
import { Callout } from '../_ui/callout.tsx'
import { SelectField } from '../_ui/select-field.tsx'
import { Wish } from './wish.tsx'

type ChoicesProps = {
  preferences: Preferences
  /** As much of the address as this page may show. */
  address: string
  /** Of the page. */
  language: Language
  /** What the page would be in without a choice. */
  automaticLanguage: Language
  /** Whether there is anything to say about browser messages. */
  asksPush: boolean
}

/** Each language by its own name, for whoever cannot read the page that they are on. */
const ownNames: Record<Language, string> = { en: 'English', es: 'Español', fr: 'Français' }

/** All that a person can choose, as it is now. */
export function Choices({ preferences, address, language, automaticLanguage, asksPush }: ChoicesProps) {
  const t = translator(language, 'preferences')
  const { wantsEmail, wantsPush, givenUp, endpoints } = preferences
  return (
    <>
      <fieldset className="wishes">
        <legend>{t('how')}</legend>
        <Wish name="wantsEmail" label={t('email.label')} detail={t('email.to', { address })} isOn={wantsEmail} />
        {givenUp ? (
          <Callout state="disconnecting_soon" icon="mail" small>
            {t(`email.${givenUp}`)}
          </Callout>
        ) : null}
        {asksPush ? (
          <Wish
            name="wantsPush"
            label={t('push.label')}
            detail={t('push.where', { count: endpoints.length })}
            isOn={wantsPush}
          />
        ) : null}
      </fieldset>
      {asksPush ? <input type="hidden" name="asksPush" value="on" /> : null}
      <SelectField
        label={t('language.label')}
        hint={t('language.hint')}
        name="language"
        defaultValue={preferences.language ?? ''}
      >
        <option value="">{t('language.automatic', { language: ownNames[automaticLanguage] })}</option>
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {ownNames[each]}
          </option>
        ))}
      </SelectField>
      <TimeZoneField preferences={preferences} language={language} />
    </>
  )
}

function TimeZoneField({ preferences, language }: { preferences: Preferences; language: Language }) {
  const t = translator(language, 'preferences.timeZone')
  const { timeZone, browserTimeZone } = preferences
  return (
    <SelectField label={t('label')} hint={t('hint')} name="timeZone" defaultValue={timeZone ?? ''}>
      <option value="">
        {browserTimeZone ? t('automaticKnown', { zone: placeOf(browserTimeZone) }) : t('automatic')}
      </option>
      {timeZoneGroups(timeZone).map(({ region, zones }) => (
        <optgroup key={region} label={region || t('elsewhere')}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {placeOf(zone)}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  )
}
