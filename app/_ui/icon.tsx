import { type IconName, iconDrawings } from './icon-drawings.tsx'

type IconProps = {
  name: IconName
  /** 14, 16 (the default), 20 or 24 px. */
  size?: 14 | 20 | 24
  /** `end` where it closes a button. */
  className?: string
}

/** A drawing beside words; it says nothing to screen readers, the words do. */
export function Icon({ name, size, className }: IconProps) {
  const classes = ['icon', size && `s${size}`, className].filter(Boolean).join(' ')
  return (
    <svg className={classes} viewBox="0 0 20 20" aria-hidden="true">
      {iconDrawings[name]}
    </svg>
  )
}
