const METHODS = new Set([
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
  "CONNECT",
  "TRACE",
]);

/** A method of HTTP, or `_OTHER`: what a caller made up goes into no label, no log and no span. */
export function methodOf(method: string): string {
  return METHODS.has(method) ? method : "_OTHER";
}
