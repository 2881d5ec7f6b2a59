/** A version as an entity tag. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version that `If-Match` names; null for `*`, which any version meets; undefined when it is not one of our tags. */
export function versionIn(ifMatch: string): number | null | undefined {
  if (ifMatch.trim() === "*") return null;
  const digits = /^"(\d{1,15})"$/.exec(ifMatch.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
