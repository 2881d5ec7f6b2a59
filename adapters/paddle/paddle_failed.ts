import type { PaymentFailure } from "../../ports/payments.ts";
import { fail, ok, type Result } from "../../src/kernel/result.ts";

/** Paddle gave no answer, or refused. Its own words go no further: they hold what was said of a customer. */
export class PaddleFailed extends Error {
  override readonly name = "PaddleFailed";
  readonly failure: PaymentFailure;
  /** The customer that Paddle names as what is in the way; null: none. */
  readonly customer: string | null;

  constructor(failure: PaymentFailure, customer: string | null = null) {
    super(failure.kind);
    this.failure = failure;
    this.customer = customer;
  }

  /** Whether Paddle refused, with one of these words. */
  is(...codes: readonly string[]): boolean {
    return this.failure.kind === "payments.refused" &&
      codes.includes(String(this.failure.facts["code"]));
  }
}

/** What `ask` gives, or why Paddle gave nothing. */
export async function asked<T>(
  ask: () => Promise<T>,
): Promise<Result<T, PaymentFailure>> {
  try {
    return ok(await ask());
  } catch (error) {
    if (error instanceof PaddleFailed) return fail(error.failure);
    throw error;
  }
}
