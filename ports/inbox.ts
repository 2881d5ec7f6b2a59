import type { Json } from "../src/kernel/json.ts";

/** `first`: do it. `repeat`: it was done, with this answer. `reused`: the key was used for something else. */
export type Claim =
  | { readonly kind: "first" }
  | { readonly kind: "repeat"; readonly answer: Json }
  | { readonly kind: "reused" };

export interface Inbox {
  /** Claims `key` in this transaction; a concurrent claim of it waits for this one's end. A unit undone undoes its claim. */
  claim(key: string, fingerprint: string): Promise<Claim>;
  /** Keeps the answer that a repeat of the claim gets. */
  keep(key: string, answer: Json): Promise<void>;
}
