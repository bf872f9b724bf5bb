type WishProps = { name: string; label: string; detail: string; isOn: boolean }

/** One thing that can be on or off. The whole row switches it. */
export function Wish({ name, label, detail, isOn }: WishProps) {
  return (
    <label className="wish">
      <span className="grow">
        <b>{label}</b>
        <small>{detail}</small>
      </span>
      <input type="checkbox" className="switch" name={name} defaultChecked={isOn} />
    </label>
  )
}
