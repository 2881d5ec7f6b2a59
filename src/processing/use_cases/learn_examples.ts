import type { Deps } from "../../../ports/deps.ts";
import type { ExamplePlace } from "../../../ports/learning.ts";
import type { Category } from "../../categories/category.ts";
import { openCategories } from "../../categories/category_tree.ts";
import { ok, type Result } from "../../kernel/result.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { askToLearn } from "./ask_to_learn.ts";
import {
  EXAMPLES_MAX,
  ReplayExamples,
  type Rests,
} from "../learning/replay_examples.ts";
import { EXAMPLES_MIN } from "../learning/when_to_learn.ts";

/** How many examples are read at once; in between, others have their turn. */
const PAGE = 500;

/** The job that learns from all examples anew: what became of them, in order, and the categories as they are now. */
export async function learnExamples(
  deps: Pick<Deps, "uow" | "clock" | "timer">,
  scope: Scope,
  job: { readonly id: string },
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  // Examples decided from here on are not all seen, and so count as new.
  const at = deps.clock.now();
  const replay = await openReplay(deps, allowed.value);
  await replayAll(deps, allowed.value, replay);
  const found = await inPieces(deps, replay.finish());
  return await deps.uow.run(allowed.value, async (tx) => {
    if (!await tx.jobs.settle(job.id)) return ok(null);
    if (found.examples < EXAMPLES_MIN) return ok(null);
    const version = (await tx.learning.current())?.version ?? 0;
    await tx.learning.keep({ ...found, version: version + 1, at });
    tx.events.append([{
      type: "EXAMPLES_LEARNED",
      payload: { version: version + 1, examples: found.examples },
    }]);
    // Whoever asked while this was at it was told that somebody is.
    await askToLearn(tx, deps.clock.now());
    return ok(null);
  });
}

async function openReplay(
  deps: Pick<Deps, "uow">,
  permit: Permit,
): Promise<ReplayExamples> {
  const { value } = await deps.uow.run(permit, async (tx) => {
    const [tenant] = await tx.tenants.find([permit.tenantId]);
    if (!tenant) throw new Error(`tenant ${permit.tenantId} has no row`);
    const categories = await tx.categories.all();
    const total = await tx.learning.countSince(null);
    return ok({ categories, total, settings: tenant.settings });
  });
  return new ReplayExamples(
    labelsOf(value.categories),
    value.settings.contextAttributes,
    Math.min(value.total, EXAMPLES_MAX),
  );
}

function labelsOf(categories: readonly Category[]) {
  const open = openCategories(categories);
  return categories.filter(({ id }) => open.has(id))
    .map(({ id, name }) => ({ categoryId: id, name }));
}

async function replayAll(
  deps: Pick<Deps, "uow" | "timer">,
  permit: Permit,
  replay: ReplayExamples,
): Promise<void> {
  for (let after: ExamplePlace | null = null;;) {
    const { value: page } = await deps.uow.run(
      permit,
      async (tx) => ok(await tx.learning.page(EXAMPLES_MAX, after, PAGE)),
    );
    await inPieces(deps, replay.absorb(page));
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = { at: last.at, recordId: last.recordId };
  }
}

/** Does work to its end and lets whatever else waits in the process have its turn between the pieces. */
async function inPieces<Result>(
  deps: Pick<Deps, "timer">,
  work: Rests<Result>,
): Promise<Result> {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
    await deps.timer.wait(0);
  }
}
