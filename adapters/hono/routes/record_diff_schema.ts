import { z } from "@hono/zod-openapi";
import type { RecordDiff } from "../../../src/rules/history/plan.ts";
import { anyJson } from "../json_schema.ts";
import type { Told } from "../route.ts";

const fieldChange = z.object({
  field: z.string(),
  before: anyJson,
  after: anyJson,
  rule_id: z.string().nullable().openapi({
    description: "The rule behind it; null where no rule sets it any more",
  }),
  rule_version: z.number().int().nullable(),
}).openapi("FieldChange");

const undone = z.object({
  restored: z.array(z.string()),
  left: z.array(z.object({
    field: z.string(),
    because: z.enum(["settled_by_person", "decided_again", "changed_again"]),
  })),
}).openapi("Undone");

/** One record of a back-test or a run, field by field. */
export const recordDiffSchema = z.object({
  record_id: z.string(),
  record_version: z.number().int().openapi({
    description:
      "Of a back-test the version compared, of a run the one written",
  }),
  becomes: z.enum(["settled", "review", "undecided", "kept"]).openapi({
    description:
      "What becomes of the decision. `undecided` is told by back-tests only: no run takes a decision away",
  }),
  changes: z.array(fieldChange),
  undone: undone.nullable(),
}).openapi("RecordDiff");

export function recordDiffJson(
  { recordId, recordVersion, becomes, changes, undo }: RecordDiff,
): Told<z.input<typeof recordDiffSchema>> {
  return {
    record_id: recordId,
    record_version: recordVersion,
    becomes,
    // A database keeps no order of members.
    changes: changes.map(({ field, before, after, rule_id, rule_version }) => ({
      field,
      before,
      after,
      rule_id,
      rule_version,
    })),
    undone: undo?.outcome ?? null,
  };
}
