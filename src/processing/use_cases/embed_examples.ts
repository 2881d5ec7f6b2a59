import type { Deps } from "../../../ports/deps.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { askToLearn } from "./ask_to_learn.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";

/** The job that embeds the texts of new examples, each distinct text once. */
export async function embedExamples(
  deps: Pick<Deps, "uow" | "clock" | "embedder">,
  scope: Scope,
  job: { readonly id: string; readonly recordIds: readonly RecordId[] },
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const embedder = deps.embedder.id;
  const { value: texts } = await deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.examples.unembedded(embedder, job.recordIds)),
  );
  const vectors = await deps.embedder.embed(texts.map(({ text }) => text));
  return deps.uow.run(allowed.value, async (tx) => {
    if (!await tx.jobs.settle(job.id)) return ok(null);
    const textKeys = texts.map(({ textKey }) => textKey);
    await tx.examples.keepVectors(embedder, textKeys, vectors);
    await askToLearn(tx, deps.clock.now());
    return ok(null);
  });
}
