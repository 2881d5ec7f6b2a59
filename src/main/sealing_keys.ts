import { z } from "zod";
import type { SealingKey } from "../../adapters/web_crypto/sealer.ts";

const KEY = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]{43}=?)$/;

/** The keys that seal tokens, the newest first. Their bytes do not print. */
export class SealingKeys {
  readonly #keys: readonly [SealingKey, ...SealingKey[]];

  constructor(keys: readonly [SealingKey, ...SealingKey[]]) {
    this.#keys = keys;
  }

  reveal(): readonly [SealingKey, ...SealingKey[]] {
    return this.#keys;
  }
}

/** Reads `ID:BASE64,ID:BASE64`: 32 bytes each, the first seals. Problems do not repeat the value. */
export const sealingKeys = z.string().transform((text, context) => {
  const wrong = (message: string) => {
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  };
  const parts = text.split(",").map((part) => KEY.exec(part.trim()));
  if (!parts.every((part) => part !== null)) {
    return wrong(
      "must be ID:BASE64,… with 32 bytes each, an ID of 1 to 32 letters, digits, _ or -; make one with: openssl rand -base64 32",
    );
  }
  const keys = parts.map(([, id, data]) => ({
    id: id!,
    bytes: bytesOf(data!),
  }));
  if (new Set(keys.map(({ id }) => id)).size < keys.length) {
    return wrong("must not name one key twice");
  }
  const [newest, ...earlier] = keys;
  return new SealingKeys([newest!, ...earlier]);
});

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const alphabet = /[-_]/.test(base64) ? "base64url" : "base64";
  return Uint8Array.fromBase64(base64, { alphabet });
}
