import type { CompanyRecord } from "./record.ts";

/** What stands where personal data was erased. */
export const ERASED = "erased";

/** Whether the record's texts were erased. Its fingerprint says so: no content has that one. */
export function isErased(
  { fingerprint }: Pick<CompanyRecord, "fingerprint">,
): boolean {
  return fingerprint === ERASED;
}

/** Whether what arrives under a stored record's external id is nothing new; what was erased never comes back. */
export function isRepeat(
  stored: { readonly fingerprint: string },
  sent: { readonly fingerprint: string },
): boolean {
  return isErased(stored) || stored.fingerprint === sent.fingerprint;
}
