import { z } from "zod";

const TIMEOUT_MS = 5_000;
const BYTES_MAX = 256 * 1024;

const keySet = z.object({
  keys: z.array(
    z.looseObject({ kid: z.string().min(1).optional(), kty: z.string() }),
  ).max(100),
});
const rsaKey = z.object({
  kid: z.string(),
  kty: z.literal("RSA"),
  n: z.string(),
  e: z.string(),
  alg: z.literal("RS256").optional(),
  use: z.literal("sig").optional(),
});

/**
 * The RSA keys of a JWKS document (RFC 7517), by id; others are passed over. No redirect is followed: the request goes
 * to the configured address and nowhere else. Throws where the document cannot be had within five seconds.
 */
export async function fetchKeys(
  url: string,
  send: typeof fetch = fetch,
): Promise<ReadonlyMap<string, JsonWebKey>> {
  const response = await send(url, {
    headers: { Accept: "application/json" },
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`the key server answered ${response.status}`);
  }
  const { keys } = keySet.parse(JSON.parse(await readText(response)));
  return new Map(keys.flatMap((key) => {
    const { data } = rsaKey.safeParse(key);
    if (!data) return [];
    const { kid, kty, n, e } = data;
    return [[kid, { kty, n, e, alg: "RS256", ext: true }]];
  }));
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, length] = ["", 0];
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // Leaving the loop cancels the stream.
    if (length > BYTES_MAX) throw new Error("the key server sent too much");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
