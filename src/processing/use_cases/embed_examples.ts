import type { Deps } from "../../../ports/deps.ts";
import type { Embedder } from "../../../ports/embedder.ts";
import type { TextToEmbed } from "../../../ports/examples.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import {
  type EmbeddersInUse,
  embeddersOf,
  firstInUse,
} from "../embedders_in_use.ts";
import { askToLearn } from "./ask_to_learn.ts";
import {
  embedderFailures,
  type EmbedderNotHere,
  embedderOf,
  noticeEmbedder,
} from "./embedder_of.ts";

type Job = { readonly id: string; readonly recordIds: readonly RecordId[] };
type Needed = Pick<Deps, "uow" | "clock" | "embedder" | "otherEmbedders">;

/** The texts that an embedder has no vector for. */
interface Unembedded {
  readonly embedder: Embedder;
  readonly texts: readonly TextToEmbed[];
}

/**
 * The job that embeds the texts of new examples, each distinct text once: by the embedder that serves and by the one
 * that comes, so that neither lacks what is learned during the switch. One that this process does not have is left
 * out; without any, the job waits for a process that has one.
 */
export async function embedExamples(
  deps: Needed,
  scope: Scope,
  job: Job,
): Promise<Result<null, AccessDenied | EmbedderNotHere>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  for (;;) {
    const { inUse, lists } = await readTexts(deps, allowed.value, job);
    if (lists.length === 0) return fail(embedderFailures.not_here());
    const vectors = await Promise.all(
      lists.map(({ embedder, texts }) =>
        embedder.embed(texts.map(({ text }) => text))
      ),
    );
    const { value: kept } = await deps.uow.run(allowed.value, async (tx) => {
      await tx.textVectors.begin(inUse);
      const now = await tx.textVectors.inUse("unchanged");
      // Another embedder serves or comes since: it would lack these texts.
      if (!now || embeddersOf(now).join() !== embeddersOf(inUse).join()) {
        return ok(false);
      }
      if (!await tx.jobs.settle(job.id)) return ok(true);
      for (const [i, { embedder, texts }] of lists.entries()) {
        const textKeys = texts.map(({ textKey }) => textKey);
        await tx.examples.keepVectors(embedder.id, textKeys, vectors[i]!);
      }
      await askToLearn(tx, deps.clock.now());
      return ok(true);
    });
    if (kept) return ok(null);
  }
}

async function readTexts(
  deps: Needed,
  permit: Permit,
  { recordIds }: Job,
): Promise<
  { readonly inUse: EmbeddersInUse; readonly lists: readonly Unembedded[] }
> {
  const now = deps.clock.now();
  const { value } = await deps.uow.run(permit, async (tx) => {
    const inUse = await noticeEmbedder(deps, tx, now) ??
      firstInUse(deps.embedder.id, now);
    const lists: Unembedded[] = [];
    for (const id of embeddersOf(inUse)) {
      const embedder = embedderOf(deps, id);
      if (!embedder) continue;
      const texts = await tx.examples.unembedded(id, recordIds);
      lists.push({ embedder, texts });
    }
    return ok({ inUse, lists });
  });
  return value;
}
