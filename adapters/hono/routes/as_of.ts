import { z } from "@hono/zod-openapi";
import type { AsOf } from "../../../src/rules/use_cases/set_as_of.ts";
import { instant } from "../fields.ts";

/** The last version that a set of rules can have. */
export const RULESET_VERSION_MAX = 2_147_483_647;

/** A time of which the rules are asked, where any. */
export const asOfTime = instant.optional().openapi({
  description: "As it was then; a date alone is its midnight in UTC",
});

/** Refuses a time and a version together. */
export function refuseBoth(
  { at, ruleset_version }: Named,
  context: z.RefinementCtx,
): void {
  if (at === undefined || ruleset_version === undefined) return;
  context.addIssue({
    code: "custom",
    path: ["ruleset_version"],
    message: "does not go with at",
  });
}

/** Which version of the rules is meant; null is the one in force. */
export function asOfNamed({ at, ruleset_version }: Named): AsOf | null {
  if (at !== undefined) return { at };
  return ruleset_version === undefined ? null : { version: ruleset_version };
}

interface Named {
  readonly at?: z.output<typeof asOfTime>;
  readonly ruleset_version?: number | undefined;
}
