const LINK = /<([^<>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g;

/**
 * The address with `rel=next` in a Link header (RFC 8288); null where there is none, undefined where it is of another
 * origin than `base`: our credentials do not go there.
 */
export function nextLink(
  header: string,
  base: string,
): string | null | undefined {
  for (const [, target, parameters] of header.slice(0, 8_000).matchAll(LINK)) {
    const rel = /(?:^|;)\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i
      .exec(parameters!);
    const names = (rel?.[1] ?? rel?.[2] ?? "").toLowerCase().split(/\s+/);
    if (!names.includes("next")) continue;
    const url = URL.parse(target!, base);
    return url && url.origin === new URL(base).origin ? url.href : undefined;
  }
  return null;
}
