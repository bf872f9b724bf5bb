import './drawing.css'

/** Three sign-ins with nearly the same name; one is chosen. */
export function RightSignIn() {
  return (
    <svg
      className="drawing"
      viewBox="0 0 440 260"
      role="img"
      aria-label="Three sign-ins with nearly the same name; Personal is chosen"
    >
      <g transform="translate(0 32)">
        <rect x="68" y="0" width="304" height="56" rx="14" className="sel" />
        <g transform="translate(84 17) scale(1.1)" className="acc" strokeWidth="1.6">
          <path d="M3 7.75 10 3.5l7 4.25v.75H3zM5.25 8.75V14M10 8.75V14M14.75 8.75V14M3 16.5h14" />
        </g>
        <text x="122" y="26">
          First Platypus Personal
        </text>
        <text x="122" y="43" className="q">
          personal.firstplatypus.example
        </text>
        <circle cx="346" cy="28" r="11" className="accfill" />
        <path className="on" d="m341 28.2 3.7 3.7 6.6-7.3" />
      </g>
      <g transform="translate(0 102)">
        <rect x="68" y="0" width="304" height="56" rx="14" className="paper" />
        <g transform="translate(84 17) scale(1.1)" className="ln" strokeWidth="1.6">
          <path d="M3 7.75 10 3.5l7 4.25v.75H3zM5.25 8.75V14M10 8.75V14M14.75 8.75V14M3 16.5h14" />
        </g>
        <text x="122" y="26">
          First Platypus Business
        </text>
        <text x="122" y="43" className="q">
          business.firstplatypus.example
        </text>
        <circle cx="346" cy="28" r="10" className="ln" />
      </g>
      <g transform="translate(0 172)">
        <rect x="68" y="0" width="304" height="56" rx="14" className="paper" />
        <g transform="translate(84 17) scale(1.1)" className="ln" strokeWidth="1.6">
          <path d="M3 7.75 10 3.5l7 4.25v.75H3zM5.25 8.75V14M10 8.75V14M14.75 8.75V14M3 16.5h14" />
        </g>
        <text x="122" y="26">
          First Platypus Wealth
        </text>
        <text x="122" y="43" className="q">
          wealth.firstplatypus.example
        </text>
        <circle cx="346" cy="28" r="10" className="ln" />
      </g>
    </svg>
  )
}
