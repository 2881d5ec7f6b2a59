import { decimalField, decimalValue } from "./decimal_field.ts";

/** A share of one, as a field of per cent sends it: `97.5` is 0.975. */
export function percentField(
  bounds: { readonly min: number; readonly max: number },
) {
  return decimalField(bounds).transform((percent) =>
    // What dividing adds to a decimal's digits is left out.
    Number((percent / 100).toPrecision(15))
  );
}

/** The share as such a field shows it, to its last digit: what is not changed is saved as it was. */
export function percentValue(share: number): string {
  return decimalValue(share * 100);
}
