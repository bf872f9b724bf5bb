'use client'

import { useEffect, useId, useState } from 'react'
import { Button } from '../_ui/button.tsx'
import { Icon } from '../_ui/icon.tsx'
import { readStanding, type Standing, turnOff, turnOn } from './push-subscription.client.ts'

type ThisBrowserProps = {
  publicKey: string
  endpoints: string[]
  words: Record<Standing, { title: string; text: string }> &
    Record<'turnOn' | 'turningOn' | 'turnOff' | 'turningOff' | 'failed', string>
}

/** Whether this browser tells its person when a bank needs them, and the button that changes it. */
export function ThisBrowser({ publicKey, endpoints, words }: ThisBrowserProps) {
  const id = useId()
  const { standing, isBusy, hasFailed, turn } = useStanding(publicKey, endpoints)
  const { title, text } = words[standing ?? 'off']
  const isOn = standing === 'on'
  return (
    <section className="this-browser" data-standing={standing ?? 'unknown'} aria-labelledby={id}>
      <Icon name="bell" />
      <div role="status">
        <h2 id={id}>{title}</h2>
        <p>{text}</p>
      </div>
      {standing === 'denied' || standing === 'unsupported' ? null : (
        <div className="col-start-2">
          <Button size="lg" busy={isBusy} onClick={turn} className="!mt-0">
            {isOn ? (isBusy ? words.turningOff : words.turnOff) : isBusy ? words.turningOn : words.turnOn}
          </Button>
          <p className="problem" role="alert">
            {hasFailed ? words.failed : null}
          </p>
        </div>
      )}
    </section>
  )
}

/** Null until the browser was asked. */
function useStanding(publicKey: string, endpoints: string[]) {
  const [standing, setStanding] = useState<Standing | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)
  const known = endpoints.join()
  useEffect(() => {
    let isHere = true
    const look = async () => {
      // Where a browser's settings forbid even to ask, it cannot do it.
      const found = await readStanding(known.split(',')).catch((): Standing => 'unsupported')
      if (isHere) setStanding(found)
    }
    void look()
    return () => {
      isHere = false
    }
  }, [known])

  const turn = async () => {
    if (isBusy || standing === null) return
    setIsBusy(true)
    setHasFailed(false)
    try {
      setStanding(standing === 'on' ? await turnOff() : await turnOn(publicKey))
    } catch {
      setHasFailed(true)
    } finally {
      setIsBusy(false)
    }
  }
  return { standing, isBusy, hasFailed, turn: () => void turn() }
}
