import type { Failure } from "../src/kernel/failure.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { Result } from "../src/kernel/result.ts";

/** A number of things that a customer used. */
export interface MeterReading {
  /** Said twice within 24 hours, it counts once. */
  readonly id: string;
  readonly customer: string;
  /** What the provider calls what is measured. */
  readonly meter: string;
  readonly amount: number;
  /** Within the last 35 days; what is older is refused. */
  readonly at: Instant;
}

/** Where a provider counts what is paid by use. */
export interface UsageMeter {
  /** `unavailable`: it may have been heard or not. `refused`: it was not. */
  report(
    reading: MeterReading,
  ): Promise<
    Result<null, Failure<"payments.unavailable" | "payments.refused">>
  >;
}
