import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { requestUndo } from "../../../../src/rules/use_cases/request_undo.ts";
import { action } from "../shell/action.ts";
import { runId, runPath } from "./rule_path.ts";
import { runPage } from "./run_page.tsx";

/** Takes a run back. */
export const undoAction = action({
  path: "/rules/runs/{id}/undo",
  action: "rules.write",
  id: runId,
  form: z.object({}),
  page: runPage,
  async act({ deps, scope, id }) {
    const run = await requestUndo(deps, scope, id);
    return run.ok ? ok({ to: runPath(id) }) : run;
  },
});
