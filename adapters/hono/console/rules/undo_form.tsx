import type { RuleRun } from "../../../../src/rules/history/run.ts";
import { Card } from "../parts/card.tsx";
import { wholeText } from "../parts/figures.tsx";
import { runPath } from "./rule_path.ts";

/** One press that takes a run back; nothing while it goes on, or once it was undone. */
export function UndoForm({ run }: { readonly run: RuleRun }) {
  const { id, state, counts, undoneBy } = run;
  const mayUndo = undoneBy === null && counts.changed > 0 &&
    (state === "applied" || state === "failed");
  if (!mayUndo) return null;
  return (
    <Card title="Undo">
      <p>
        Gives {wholeText(counts.changed)}{" "}
        {counts.changed === 1 ? "record" : "records"}{" "}
        back what stood in them before. What was changed since, by a person or
        otherwise, is left, and told. The rules themselves stay as they are.
      </p>
      <form method="post" action={`${runPath(id)}/undo`}>
        <button type="submit" class="danger">Undo this run</button>
      </form>
    </Card>
  );
}
