type Bytes = Uint8Array<ArrayBuffer>;

/** Whether one of `secrets` made one of `signatures` of these bytes: HMAC-SHA-256, compared in constant time. */
export async function isHmacSigned(
  bytes: Bytes,
  signatures: readonly Bytes[],
  secrets: readonly Bytes[],
): Promise<boolean> {
  for (const secret of secrets) {
    const key = await crypto.subtle.importKey(
      "raw",
      secret,
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["verify"],
    );
    for (const signature of signatures) {
      if (await crypto.subtle.verify("HMAC", key, signature, bytes)) {
        return true;
      }
    }
  }
  return false;
}

/** The very bytes with a text before them, as signers of webhooks put the time there. */
export function headed(head: string, bytes: Uint8Array): Bytes {
  const first = new TextEncoder().encode(head);
  const whole = new Uint8Array(first.length + bytes.length);
  whole.set(first);
  whole.set(bytes, first.length);
  return whole;
}
