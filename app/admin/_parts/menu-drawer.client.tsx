'use client'

import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import { Icon } from '../../_ui/icon.tsx'
import { ConsoleNav, type ConsoleNavProps } from './console-nav.client.tsx'

/** The sidebar of narrow windows. Its button lies over the left end of each page's head, which leaves room for it. */
export function MenuDrawer(nav: ConsoleNavProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger className="icon-btn menu-btn absolute! top-3 left-3 z-1" aria-label="Menu">
        <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3.5 5.25h13M3.5 10h13M3.5 14.75h13" />
        </svg>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-20 bg-scrim transition-opacity duration-180 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed inset-y-0 left-0 z-20 flex w-70 max-w-[85vw] flex-col gap-0.5 overflow-auto bg-canvas p-3 text-sm shadow-lg transition-transform duration-280 ease-out data-ending-style:-translate-x-full data-starting-style:-translate-x-full motion-reduce:duration-0">
          <Dialog.Title className="sr">Console</Dialog.Title>
          <nav className="flex flex-1 flex-col gap-0.5 *:first:mr-9" aria-label="Console menu">
            <ConsoleNav {...nav} onGo={() => setIsOpen(false)} />
          </nav>
          <Dialog.Close className="icon-btn absolute! top-3.5 right-3 bg-canvas" aria-label="Close menu">
            <Icon name="close" />
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
