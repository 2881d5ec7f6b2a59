import { match } from "ts-pattern";
import type {
  HookMessage,
  HookSignatures,
} from "../../ports/hook_signatures.ts";
import { hookFailures } from "../../src/integrations/hook.ts";
import type { HookSettings } from "../../src/integrations/hook_settings.ts";
import { isSameText } from "../../src/kernel/same_text.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { type Claimed, claimedBy } from "./claimed.ts";
import { expectedSignature } from "./expected_signature.ts";

/** The schemes of `HookSettings`, over the very bytes; times are held against the clock that the caller tells. */
export function hookSignatures(): HookSignatures {
  return {
    async verify(message, settings, secrets, now) {
      const claimed = claimedBy(message, settings);
      if (claimed === null) return fail(hookFailures.unsigned());
      const isKnown = await isSigned(message, settings, claimed, secrets);
      if (!isKnown) return fail(hookFailures.wrong_signature());
      // After the signature: who has no secret learns nothing about our clock.
      if (!isInTime(claimed, settings, now)) {
        return fail(hookFailures.out_of_time());
      }
      return ok({ eventId: claimed.eventId });
    },
  };
}

async function isSigned(
  message: HookMessage,
  settings: HookSettings,
  claimed: Claimed,
  secrets: readonly string[],
): Promise<boolean> {
  for (const secret of secrets) {
    const expected = await expectedSignature(
      message.bytes,
      settings,
      claimed,
      secret,
    );
    if (
      expected !== null &&
      claimed.signatures.some((one) => isSameText(one, expected))
    ) return true;
  }
  return false;
}

function isInTime(
  { timestamp }: Claimed,
  settings: HookSettings,
  now: string,
): boolean {
  if (timestamp === null) return true;
  const tolerance = match(settings)
    .with({ scheme: "github" }, () => Infinity)
    .otherwise(({ tolerance_s }) => tolerance_s);
  return Math.abs(Date.parse(now) / 1_000 - Number(timestamp)) <= tolerance;
}
