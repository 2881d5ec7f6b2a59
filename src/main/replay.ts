import { isId } from "../kernel/ids.ts";
import type { Conclusion } from "../processing/trace.ts";
import { replayTraces } from "../processing/use_cases/replay_traces.ts";
import { openTaskScope } from "../tenancy/use_cases/open_task_scope.ts";
import { argsOrExit, wrongUse } from "./args.ts";
import { compose } from "./compose.ts";
import { configOrExit, exitWith } from "./environment.ts";
import { jsonLog } from "./log.ts";

/**
 * `deno task replay --tenant ten_…`: decides a tenant's records anew under today's code, writes nothing, and prints
 * what would differ; the last line is the count of it as JSON.
 */
const USAGE = "Usage: deno task replay --tenant ten_…";
const { values: { tenant } } = argsOrExit(USAGE, {
  options: { tenant: { type: "string" } },
});
if (tenant === undefined || !isId("ten", tenant)) wrongUse(USAGE);
const service = await compose(configOrExit(), jsonLog("error")).catch(exitWith);
const found = await replayTraces(service.deps, openTaskScope(tenant, "replay"))
  .finally(() => service.close()).catch(exitWith);
if (!found.ok) exitWith(new Error(found.failure.title));
const { records, replayed, mismatches, differs, sample, people } = found.value;

for (const id of mismatches) {
  console.log(`${id}  its steps do not add up to its conclusion`);
}
for (const { recordId, in: kinds, before, after } of sample) {
  console.log(
    `${recordId}  ${kinds.join(", ")}: ${short(before)} -> ${short(after)}`,
  );
}
console.log(JSON.stringify({
  records,
  replayed,
  trace_mismatches: mismatches.length,
  differs,
  agreement_with_people: people.settled === 0
    ? null
    : people.agreed / people.settled,
}));

function short(conclusion: Conclusion): string {
  if (conclusion.kind === "settled") {
    return `${conclusion.category_id} by ${conclusion.source}`;
  }
  return conclusion.kind === "rejected"
    ? "rejected"
    : `a person (${conclusion.because})`;
}
