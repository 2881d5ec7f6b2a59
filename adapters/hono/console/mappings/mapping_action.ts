import { z } from "@hono/zod-openapi";
import { EXPRESSION_LENGTH_MAX } from "../../../../src/integrations/mapping.ts";
import { makeMapping } from "../../../../src/integrations/use_cases/make_mapping.ts";
import { tryMapping } from "../../../../src/integrations/use_cases/try_mapping.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { integerText, textUpTo } from "../../fields.ts";
import { connectionId } from "../connections/connection_path.ts";
import { action } from "../shell/action.ts";
import { mappingPage } from "./mapping_page.tsx";
import { mappingPath } from "./mapping_path.ts";
import { payloadAsked } from "./payload_asked.ts";

/** Tries a mapping, or puts it in force where the one that its writer saw still is. */
export const mappingAction = action({
  path: "/connections/{id}/mapping",
  action: "connections.write",
  expensive: true,
  id: connectionId,
  form: z.object({
    expression: textUpTo(EXPRESSION_LENGTH_MAX),
    payload_id: z.string().optional(),
    payload: z.string().optional(),
    seen: integerText({ min: 0, max: 2_147_483_647 }).optional(),
    do: z.enum(["try", "force"]).default("try"),
  }),
  page: mappingPage,
  async act({ deps, scope, id, form }) {
    const { expression, payload_id, payload, seen } = form;
    if (form.do === "force") {
      const made = await makeMapping(deps, scope, {
        connectionId: id,
        expression,
        seen,
      });
      if (!made.ok) return fail(atExpression(made.failure));
      const text =
        `Number ${made.value.number} is in force for what comes from now on.`;
      return ok({ to: mappingPath(id), flash: { kind: "done", text } });
    }
    const values = {
      expression,
      ...payload_id !== undefined && { payload_id },
      ...payload !== undefined && { payload },
      ...seen !== undefined && { seen: String(seen) },
      do: "try",
    };
    const on = payloadAsked(values);
    if (!on.ok) return on;
    const tried = await tryMapping(deps, scope, {
      connectionId: id,
      expression,
      on: on.value,
    });
    return tried.ok ? ok({ again: values }) : fail(atExpression(tried.failure));
  },
});

/** What is wrong with an expression, at its field. */
function atExpression(failure: Failure): Failure {
  if (failure.kind !== "mapping.wrong_expression") return failure;
  const { why = "cannot be read", position } = failure.facts;
  const where = typeof position === "number"
    ? `, at character ${position}`
    : "";
  const detail = `${why}${where}`;
  return { ...failure, flaws: [{ pointer: "/expression", detail }] };
}
