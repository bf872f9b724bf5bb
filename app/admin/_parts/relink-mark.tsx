/** Relink's own mark; stands only in the console, never on a person's page. */
export function RelinkMark() {
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 32 32"
      fill="none"
      strokeWidth="4"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M16.4 9.25h-6.15a6.75 6.75 0 0 0 0 13.5" stroke="var(--ink)" />
      <path d="M15.6 22.75h6.15a6.75 6.75 0 0 0 0-13.5" stroke="var(--accent)" />
    </svg>
  )
}
