/** Milliseconds in a `Retry-After` header (RFC 9110, 10.2.3) that tells seconds; null for none, and for a date, which needs two clocks to agree. */
export function retryAfterMs(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,7}$/.test(header.trim())
    ? Number(header) * 1_000
    : null;
}
