import type { Failure } from "../src/kernel/failure.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { Result } from "../src/kernel/result.ts";
import type { HookSettings } from "../src/integrations/hook_settings.ts";

/** A webhook as it came. */
export interface HookMessage {
  /** Names in lower case. */
  readonly headers: { get(name: string): string | null };
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Tells whether a webhook was signed by one of a connection's secrets. */
export interface HookSignatures {
  /**
   * The sender's id of the event, null where the settings name no place for it and the scheme has none. Fails for a
   * message without a signature, with a wrong one, or with a time that is too far from `now`.
   */
  verify(
    message: HookMessage,
    settings: HookSettings,
    secrets: readonly string[],
    now: Instant,
  ): Promise<
    Result<
      { readonly eventId: string | null },
      Failure<"hook.unsigned" | "hook.wrong_signature" | "hook.out_of_time">
    >
  >;
}
