/** Most flaws that one problem lists. */
export const FLAWS_MAX = 100;

/** The JSON pointer (RFC 6901) to what lies at `path`. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((name) =>
    `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`
  ).join("");
}
