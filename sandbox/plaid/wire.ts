/** A type of the plaid package as it travels: its enums are plain strings. */
export type Wire<T> = T extends string
  ? `${T}`
  : T extends readonly (infer Element)[]
    ? Wire<Element>[]
    : T extends object
      ? { [Key in keyof T]: Wire<T[Key]> }
      : T

/** The answer of an endpoint; the server adds the request_id. */
export type Answer<T extends { request_id: string }> = Wire<Omit<T, 'request_id'>>
