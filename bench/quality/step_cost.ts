import { openCategories } from "../../src/categories/category_tree.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import { recallExamples } from "../../src/processing/use_cases/recall_examples.ts";
import { permit } from "../../src/tenancy/access.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import { median } from "../pipeline/figures.ts";
import type { Company } from "./company.ts";
import { openReviewed } from "./full_feedback.ts";
import { okOf } from "./service.ts";
import type { Labelled } from "./stream.ts";

/** Sets that are timed; the first one only warms up. */
const SETS = 5;
/** Records that a company is taught at a time, far more than arrive at once, so that it takes less long. */
const TAUGHT_AT_ONCE = 5_000;

/** Microseconds that the similarity step takes for a record, by how many examples there are. */
export interface StepCost {
  readonly us_at_10k: number;
  readonly us_at_100k: number;
}

/**
 * The similarity step with 10,000 and with 100,000 examples. A file that has fewer rows is repeated, each time with
 * other references in its texts. What is looked up are its last rows, which nobody was taught.
 */
export async function costBySize(
  all: readonly Labelled[],
  batch: number,
  onTaught: (examples: number) => void,
): Promise<StepCost> {
  const held = Math.min(SETS * batch, Math.floor(all.length / 4));
  const rows = all.slice(0, -held);
  const asked = all.slice(-held);
  const costAt = async (size: number) => {
    const company = await openReviewed(all);
    for (let taught = 0; taught < size;) {
      const count = Math.min(TAUGHT_AT_ONCE, size - taught);
      await company.sort(rowsFrom(rows, taught, count));
      taught += await company.review();
      onTaught(taught);
    }
    return await stepCost(company, asked, batch);
  };
  return { us_at_10k: await costAt(10_000), us_at_100k: await costAt(100_000) };
}

/** The step's cost for the rows that follow the first `known` ones, which the company was taught. */
export function costAfter(
  company: Company,
  all: readonly Labelled[],
  known: number,
  batch: number,
): Promise<number> {
  return stepCost(company, rowsFrom(all, known, SETS * batch), batch);
}

/** `count` rows from the one at `from` on, of the rows repeated for ever: from the second time on with references of their own. */
function rowsFrom(
  rows: readonly Labelled[],
  from: number,
  count: number,
): readonly Labelled[] {
  return Array.from({ length: count }, (_, i) => {
    const row = rows[(from + i) % rows.length]!;
    return from + i < rows.length
      ? row
      : { ...row, description: `${row.description} ${from + i}` };
  });
}

/** Microseconds a record of the similarity step alone, in sets of `batch`: the median of several sets. */
async function stepCost(
  { service: { deps, scope }, receive }: Company,
  rows: readonly Labelled[],
  batch: number,
): Promise<number> {
  const ids = await receive(rows);
  const allowed = okOf(
    permit(
      openScope(scope.tenantId, { kind: "system", id: "job:bench" }),
      "jobs.run",
    ),
  );
  const { value: frame } = await deps.uow.run(allowed, async (tx) => {
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    return ok({
      contextAttributes: tenant!.settings.contextAttributes,
      open: openCategories(await tx.categories.all()),
      learned: await tx.learning.current(),
    });
  });
  const times: number[] = [];
  for (const set of chunks(ids, batch)) {
    const { value: records } = await deps.uow.run(
      allowed,
      async (tx) => ok(await tx.records.find(set)),
    );
    const cases = records.map((record) => ({ record, steps: [] }));
    const begun = performance.now();
    await recallExamples(deps, allowed, cases, frame, "decide");
    times.push(1000 * (performance.now() - begun) / cases.length);
  }
  return Number(median(times.length > 1 ? times.slice(1) : times).toFixed(1));
}

function* chunks(
  ids: readonly RecordId[],
  size: number,
): Generator<readonly RecordId[]> {
  for (let i = 0; i < ids.length; i += size) yield ids.slice(i, i + size);
}
