/** The drawing of the icon `warning`, apart from the others for pages that must stay light. */
export const warningDrawing = (
  <>
    <path d="M8.65 3.7 2.6 14.3a1.55 1.55 0 0 0 1.35 2.3h12.1a1.55 1.55 0 0 0 1.35-2.3L11.35 3.7a1.55 1.55 0 0 0-2.7 0zM10 8v3.25" />
    <circle cx="10" cy="13.8" r="0.95" fill="currentColor" stroke="none" />
  </>
)
