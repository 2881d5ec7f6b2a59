/** One request of a fuzz run, as it goes over the wire. */
export interface FuzzRequest {
  readonly index: number;
  /** What it was made from, `method path` as in the document. */
  readonly operation: string;
  /** Who sends it, e.g. `viewer`. */
  readonly caller: string;
  /** What was done to a good request, in words; empty for a good one. */
  readonly twists: readonly string[];
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array<ArrayBuffer> | null;
}

/** A command line that sends the same; the key is left out. Bodies that are not plain text go through `xxd`. */
export function curlOf(
  { method, target, headers, body }: FuzzRequest,
  origin = "$ORIGIN",
): string {
  const parts = [
    "curl --path-as-is -sS -i",
    method === "HEAD" ? "--head" : `-X ${quoted(method)}`,
    ...headers.map(([name, value]) =>
      /^authorization$/i.test(name) && /^Bearer bal_/.test(value)
        ? '-H "Authorization: Bearer $KEY"'
        : `-H ${quoted(`${name}: ${value}`)}`
    ),
  ];
  const address = `"${origin}"${quoted(target)}`;
  if (body === null) return [...parts, address].join(" ");
  const text = new TextDecoder().decode(body);
  if (body.length > 4_096) {
    return [...parts, `--data-binary @- ${address}`].join(" ") +
      ` # a body of ${body.length} bytes: ${quoted(text.slice(0, 200))}…`;
  }
  // deno-lint-ignore no-control-regex -- what a shell cannot carry
  if (!/[\x00\ufffd]/.test(text)) {
    return [...parts, `--data-binary ${quoted(text)}`, address].join(" ");
  }
  const hex = Array.from(body, (byte) => byte.toString(16).padStart(2, "0"));
  return `printf ${hex.join("")} | xxd -r -p | ${
    [...parts, "--data-binary @-", address].join(" ")
  }`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
