/** The good outcome. */
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

/** The expected bad outcome. */
export interface Fail<F> {
  readonly ok: false;
  readonly failure: F;
}

/** A value, or a named failure that the caller must handle. Only the unexpected throws. */
export type Result<T, F> = Ok<T> | Fail<F>;

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function fail<F>(failure: F): Fail<F> {
  return { ok: false, failure };
}
