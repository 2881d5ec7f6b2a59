import { z } from "@hono/zod-openapi";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { correctRecord } from "../../../../src/records/use_cases/correct_record.ts";
import { idText } from "../../fields.ts";
import { integerText } from "../../fields.ts";
import { counterparty } from "../../routes/new_record_schema.ts";
import { action } from "../shell/action.ts";
import { recordId, recordPath } from "./record_path.ts";
import { recordPage } from "./record_page.tsx";

/** Writes what a person says of a record; refused where it is another than the one that was looked at. */
export const correctAction = action({
  path: "/records/{id}",
  action: "records.correct",
  id: recordId,
  form: z.object({
    version: integerText({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    category_id: idText("cat", "a category").optional(),
    counterparty: counterparty.optional(),
  }).refine((given) => given.category_id ?? given.counterparty, {
    path: ["category_id"],
    error: "or counterparty is needed: nothing would change",
  }),
  page: recordPage,
  async act({ deps, scope, id, form }) {
    const { version, category_id, counterparty } = form;
    const corrected = await correctRecord(deps, scope, id, {
      correction: {
        ...category_id && { categoryId: category_id },
        ...counterparty && { counterparty },
      },
      seenVersion: version,
    });
    if (!corrected.ok) return fail(corrected.failure);
    return ok({
      to: recordPath(id),
      flash: {
        kind: "done",
        text: "Corrected. No machine changes that again.",
      },
    });
  },
});
