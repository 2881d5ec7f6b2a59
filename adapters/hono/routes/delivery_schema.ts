import { z } from "@hono/zod-openapi";
import type { Delivery } from "../../../src/records/delivery.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";

/** What became of a set of records. */
export const intakeSchema = z.object({
  accepted: z.number().int(),
  duplicates: z.number().int(),
  conflicts: z.array(
    z.object({ external_id: z.string(), record_id: z.string() }),
  ),
  record_ids: z.array(z.string()).openapi({
    description:
      "In the order sent; of a duplicate or conflict, the record that is there",
  }),
}).openapi("Intake");

export const deliverySchema = z.object({
  id: z.string(),
  received_at: told,
  status: z.enum(["waiting", "taken_in", "failed"]),
  records: z.number().int(),
  intake: intakeSchema.nullable(),
}).openapi("Delivery");

export function deliveryJson(
  { id, receivedAt, drafts, intake, failedAt }: Delivery,
): Told<z.input<typeof deliverySchema>> {
  return {
    id,
    received_at: receivedAt,
    status: intake ? "taken_in" : failedAt ? "failed" : "waiting",
    records: drafts.length,
    intake,
  };
}
