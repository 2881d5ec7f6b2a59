import type { Failure } from "../src/kernel/failure.ts";
import type { Result } from "../src/kernel/result.ts";
import type { SealedPlace } from "../src/integrations/sealed_secret.ts";

/** Encrypts secrets that must be read again, such as tokens of connections. */
export interface Sealer {
  /** The key that seals; what others sealed can still be opened. */
  readonly keyId: string;
  /** Seals `text` for one place; each time with another result. */
  seal(text: string, place: SealedPlace): Promise<string>;
  /** The text, where it was sealed for just this place by a key that is known, and nothing of it was changed. */
  open(
    sealed: string,
    place: SealedPlace,
  ): Promise<Result<string, Failure<"sealed.unknown_key" | "sealed.wrong">>>;
}
