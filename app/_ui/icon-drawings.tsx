import type { ReactNode } from 'react'
import { warningDrawing } from './warning-drawing.tsx'

/** Drawings on a 20 px grid, 1.5 stroke, round ends. */
export const iconDrawings = {
  'arrow-right': <path d="M3.75 10h12.5M11.25 5l5 5-5 5" />,
  bank: <path d="M3 7.75 10 3.5l7 4.25v.75H3zM5.25 8.75V14M10 8.75V14M14.75 8.75V14M3 16.5h14" />,
  bell: (
    <path d="M5.25 8.25a4.75 4.75 0 0 1 9.5 0c0 3.9 1.75 5.25 1.75 5.25h-13s1.75-1.35 1.75-5.25zM8.25 16.25a1.95 1.95 0 0 0 3.5 0" />
  ),
  calendar: (
    <>
      <rect x="3" y="4.25" width="14" height="12.5" rx="2.25" />
      <path d="M3.25 8.25h13.5M6.75 2.75v3M13.25 2.75v3" />
    </>
  ),
  chart: <path d="M3.5 16.5h13M5.5 13.5v-3M10 13.5v-9M14.5 13.5V7.75" />,
  check: <path d="m4 10.5 4 4 8-9" />,
  'chevron-down': <path d="m4.5 7.5 5.5 5.5 5.5-5.5" />,
  'chevron-right': <path d="m7.5 4.5 5.5 5.5-5.5 5.5" />,
  clock: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="M10 6v4l2.75 1.75" />
    </>
  ),
  close: <path d="m5 5 10 10M15 5 5 15" />,
  pause: <path d="M7 4.25v11.5M13 4.25v11.5" />,
  people: (
    <>
      <circle cx="7.5" cy="7" r="2.85" />
      <path d="M2 16c.5-2.75 2.7-4.15 5.5-4.15S12.5 13.25 13 16M12.9 4.35a2.85 2.85 0 0 1 0 5.3M14.75 12c1.85.5 2.95 1.85 3.25 4" />
    </>
  ),
  play: <path d="M6.5 4.3v11.4a.6.6 0 0 0 .92.5l8.75-5.7a.6.6 0 0 0 0-1L7.42 3.8a.6.6 0 0 0-.92.5z" />,
  stop: <rect x="4.75" y="4.75" width="10.5" height="10.5" rx="2.25" />,
  external: (
    <path d="M11.75 3.25h5v5M16.5 3.5l-7 7M14.25 11.75v2.75a2.25 2.25 0 0 1-2.25 2.25H5.5a2.25 2.25 0 0 1-2.25-2.25V8A2.25 2.25 0 0 1 5.5 5.75h2.75" />
  ),
  help: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="M7.9 7.9a2.15 2.15 0 1 1 3.1 1.95c-.65.35-1 .8-1 1.6" />
      <circle cx="10" cy="13.7" r="0.95" fill="currentColor" stroke="none" />
    </>
  ),
  history: <path d="M3.25 7.6a7.15 7.15 0 1 1-.4 2.9M3 3.75V7.6h3.9M10 6.25V10l2.5 1.6" />,
  inbox: (
    <path d="m3 11.25 1.9-6.1a1.5 1.5 0 0 1 1.45-1.05h7.3a1.5 1.5 0 0 1 1.45 1.05l1.9 6.1v3.25a1.75 1.75 0 0 1-1.75 1.75H4.75A1.75 1.75 0 0 1 3 14.5zM3 11.25h4l1 2h4l1-2h4" />
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="M10 9.25v4.25" />
      <circle cx="10" cy="6.6" r="0.95" fill="currentColor" stroke="none" />
    </>
  ),
  key: (
    <>
      <circle cx="7" cy="13" r="3.75" />
      <path d="m9.7 10.3 6.8-6.8M13.25 6.75l2.5 2.5" />
    </>
  ),
  leave: (
    <path d="M8.25 3.25H5.5A2.25 2.25 0 0 0 3.25 5.5v9a2.25 2.25 0 0 0 2.25 2.25h2.75M7.75 10h9M13 6.25 16.75 10 13 13.75" />
  ),
  link: <path d="M8.5 6.25H6.25a3.75 3.75 0 0 0 0 7.5h2.25M11.5 6.25h2.25a3.75 3.75 0 0 1 0 7.5H11.5M7 10h6" />,
  lock: (
    <>
      <rect x="4.25" y="8.75" width="11.5" height="8" rx="2.25" />
      <path d="M6.75 8.75V6.25a3.25 3.25 0 0 1 6.5 0v2.5" />
    </>
  ),
  mail: (
    <>
      <rect x="2.75" y="4.25" width="14.5" height="11.5" rx="2.25" />
      <path d="m3.4 5.9 5.5 4.3a1.8 1.8 0 0 0 2.2 0l5.5-4.3" />
    </>
  ),
  minus: <path d="M4 10h12" />,
  note: (
    <path d="M4 3.25h8.5L16.75 7.5V15a1.75 1.75 0 0 1-1.75 1.75H5A1.75 1.75 0 0 1 3.25 15V4A.75.75 0 0 1 4 3.25zM6.75 8.25h4M6.75 12h6.5" />
  ),
  phone: (
    <>
      <rect x="5.75" y="2.5" width="8.5" height="15" rx="2.25" />
      <path d="M9 14.75h2" />
    </>
  ),
  plus: <path d="M10 4v12M4 10h12" />,
  search: (
    <>
      <circle cx="8.75" cy="8.75" r="5.5" />
      <path d="m12.9 12.9 4.1 4.1" />
    </>
  ),
  send: <path d="M17 3 8.75 11.25M17 3l-5.25 14-3-5.75L3 8.25z" />,
  settings: (
    <>
      <path d="M3 6.25h7.25M15.25 6.25H17M3 13.75h1.75M9.75 13.75H17" />
      <circle cx="12.75" cy="6.25" r="2.25" />
      <circle cx="7.25" cy="13.75" r="2.25" />
    </>
  ),
  shield: (
    <path d="m10 2.75 6.25 2.1v4.9c0 3.75-2.6 6.25-6.25 7.5-3.65-1.25-6.25-3.75-6.25-7.5v-4.9zM7.25 10l2 2 3.5-4" />
  ),
  user: (
    <>
      <circle cx="10" cy="6.75" r="3.25" />
      <path d="M3.75 16.75c.6-3 3.1-4.5 6.25-4.5s5.65 1.5 6.25 4.5" />
    </>
  ),
  warning: warningDrawing,
  'state-access-revoked': (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="m4.9 4.9 10.2 10.2" />
    </>
  ),
  'state-consent-needed': (
    <>
      <rect x="3" y="3" width="14" height="14" rx="3.25" />
      <path d="M6.75 10h6.5" />
    </>
  ),
  'state-disconnecting-soon': (
    <>
      <path d="M10 2.75a7.25 7.25 0 1 1-7.25 7.25" />
      <path d="M3.35 7.1 3.4 7M5.1 4.65l.05-.05M7.3 3.25l.05 0" />
      <path d="M10 6.25V10l2.5 1.75" />
    </>
  ),
  'state-healthy': (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="m6.75 10.25 2.25 2.25 4.25-4.75" />
    </>
  ),
  'state-login-required': (
    <path d="M8 6.25H6.25a3.75 3.75 0 0 0 0 7.5H8M12 6.25h1.75a3.75 3.75 0 0 1 0 7.5H12M8.6 3.4 8 1.9M11.4 16.6l.6 1.5" />
  ),
  'state-outage': (
    <>
      <path d="M6 12.25a3.1 3.1 0 0 1-.35-6.18A4.6 4.6 0 0 1 14.4 5.4 3.45 3.45 0 0 1 14 12.25z" />
      <path d="M7.25 15v1.75M10 15v2.75M12.75 15v1.75" />
    </>
  ),
  'state-removed': (
    <>
      <circle cx="10" cy="10" r="7.25" strokeDasharray="1.7 2.855" />
      <path d="M7 10h6" />
    </>
  ),
  'state-unsupported': (
    <>
      <path d="M7 2.75h6L17.25 7v6L13 17.25H7L2.75 13V7z" />
      <path d="m7.75 7.75 4.5 4.5m0-4.5-4.5 4.5" />
    </>
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof iconDrawings
