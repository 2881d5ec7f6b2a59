import { Empty } from "../parts/empty.tsx";
import { RULES } from "./rule_path.ts";

/** Before the first rule. */
export function NoRules({ mayWrite }: { readonly mayWrite: boolean }) {
  return (
    <Empty title="There are no rules">
      <p>
        A rule settles what is always the same, such as a supplier whose records
        all belong to one category. Without any, records are decided by what was
        approved before.
      </p>
      {mayWrite && (
        <p>
          <a class="button primary" href={`${RULES}/new`}>
            Write the first rule
          </a>{" "}
          <a class="button" href={`${RULES}/suggestions`}>See suggestions</a>
        </p>
      )}
    </Empty>
  );
}
