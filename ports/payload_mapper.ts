import type { Failure } from "../src/kernel/failure.ts";
import type { Json } from "../src/kernel/json.ts";
import type { Result } from "../src/kernel/result.ts";

/** An expression that was read. */
export interface ReadyMapping {
  /**
   * What it makes of a payload; undefined for nothing. The same payload gives the same each time, and neither
   * time nor memory beyond a bound is spent on it.
   */
  apply(
    payload: Json,
  ): Promise<
    Result<Json | undefined, Failure<"mapping.failed" | "mapping.too_much">>
  >;
}

/** Turns payloads into records by an expression that a user wrote. */
export interface PayloadMapper {
  read(
    expression: string,
  ): Result<ReadyMapping, Failure<"mapping.wrong_expression">>;
}
