import type { ReactNode } from 'react'

/** For ids, codes and neutral words. */
export function Tag({ mono = false, children }: { mono?: boolean; children: ReactNode }) {
  return <span className={mono ? 'tag mono' : 'tag'}>{children}</span>
}
