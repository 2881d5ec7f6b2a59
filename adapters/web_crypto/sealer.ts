import type { Sealer } from "../../ports/sealer.ts";
import {
  sealedFailures,
  type SealedPlace,
} from "../../src/integrations/sealed_secret.ts";
import { canonicalJson } from "../../src/kernel/json.ts";
import { fail, ok } from "../../src/kernel/result.ts";

/** Names the form: `1.KEY.DATA`. */
const FORM = "1";
/** NIST SP 800-38D: 96 bits are read as they are; random ones may be used for 2^32 texts of a key. */
const NONCE_BYTES = 12;
const ALGORITHM = "AES-GCM";
const KEY_BYTES = 32;

/** 256 bits, and the name by which a sealed text tells which one sealed it: 1 to 32 letters, digits, `_` and `-`. */
export interface SealingKey {
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Seals with AES-256-GCM (NIST SP 800-38D). What is sealed is bound to its place and to the key's name as additional
 * data, so that it opens nowhere else. The first key seals; all of them open. Throws for a key that is not of 32 bytes.
 */
export async function webCryptoSealer(
  keys: readonly [SealingKey, ...SealingKey[]],
): Promise<Sealer> {
  const imported = new Map<string, CryptoKey>();
  for (const { id, bytes } of keys) {
    if (bytes.length !== KEY_BYTES) {
      throw new RangeError(`sealing key ${id} has not ${KEY_BYTES} bytes`);
    }
    imported.set(
      id,
      await crypto.subtle.importKey("raw", bytes, ALGORITHM, false, [
        "encrypt",
        "decrypt",
      ]),
    );
  }
  const keyId = keys[0].id;
  return {
    keyId,
    async seal(text, place) {
      const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const data = await crypto.subtle.encrypt(
        { name: ALGORITHM, iv, additionalData: boundTo(keyId, place) },
        imported.get(keyId)!,
        new TextEncoder().encode(text),
      );
      const whole = new Uint8Array([...iv, ...new Uint8Array(data)]);
      return [
        FORM,
        keyId,
        whole.toBase64({ alphabet: "base64url", omitPadding: true }),
      ].join(".");
    },
    async open(sealed, place) {
      const [form, id = "", data = "", ...more] = sealed.split(".");
      if (form !== FORM || more.length > 0) return fail(sealedFailures.wrong());
      const key = imported.get(id);
      if (!key) return fail(sealedFailures.unknown_key({ key_id: id }));
      try {
        // Strictly, so that one text has one form; which asks for the padding.
        const padded = data.padEnd(Math.ceil(data.length / 4) * 4, "=");
        const whole = Uint8Array.fromBase64(padded, {
          alphabet: "base64url",
          lastChunkHandling: "strict",
        });
        const text = await crypto.subtle.decrypt(
          {
            name: ALGORITHM,
            iv: whole.subarray(0, NONCE_BYTES),
            additionalData: boundTo(id, place),
          },
          key,
          whole.subarray(NONCE_BYTES),
        );
        return ok(new TextDecoder("utf-8", { fatal: true }).decode(text));
      } catch {
        // Not base64, too short, or not what was sealed: which of these is nobody's business.
        return fail(sealedFailures.wrong());
      }
    },
  };
}

function boundTo(keyId: string, place: SealedPlace): Uint8Array<ArrayBuffer> {
  const { tenantId, connectionId, name } = place;
  return new TextEncoder().encode(
    canonicalJson(["balance", FORM, keyId, tenantId, connectionId, name]),
  );
}
