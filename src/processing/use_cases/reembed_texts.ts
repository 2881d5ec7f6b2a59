import type { Deps } from "../../../ports/deps.ts";
import type { Embedder } from "../../../ports/embedder.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { embeddersOf, switched } from "../embedders_in_use.ts";
import {
  embedderFailures,
  type EmbedderNotHere,
  embedderOf,
} from "./embedder_of.ts";

/** Texts that are embedded and kept in one unit. */
const CHUNK = 500;
/** Vectors that are removed in one unit. */
const DROPPED = 2_000;

type Needed = Pick<Deps, "uow" | "clock" | "embedder" | "otherEmbedders">;

/**
 * The job that embeds all of a tenant's texts by another embedder while the one before serves, hands over to it once it
 * has them all, and removes the vectors that serve no more. What is left to do is read from what is there, so that
 * whoever takes the job next goes on, and two at once do no harm. One that was overtaken by another switch only tidies up.
 */
export async function reembedTexts(
  deps: Needed,
  scope: Scope,
  job: { readonly id: string; readonly embedder: string },
  chunk = CHUNK,
): Promise<Result<null, AccessDenied | EmbedderNotHere>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const embedder = embedderOf(deps, job.embedder);
  if (!embedder) return fail(embedderFailures.not_here());
  while (!await handedOver(deps, allowed.value, embedder)) {
    await embedMissing(deps, allowed.value, embedder, chunk);
  }
  let dropped: number;
  do {
    const { value } = await deps.uow.run(
      allowed.value,
      async (tx) => ok(await dropUnused(tx, job.id)),
    );
    dropped = value;
  } while (dropped > 0);
  return ok(null);
}

/** Goes once through the tenant's texts, and embeds those that have no vector yet. */
async function embedMissing(
  deps: Needed,
  permit: Permit,
  embedder: Embedder,
  chunk: number,
): Promise<void> {
  for (let after = "";;) {
    const { value: texts } = await deps.uow.run(permit, async (tx) =>
      ok(
        await isComing(tx, embedder)
          ? await tx.textVectors.missing(embedder.id, after, chunk)
          : [],
      ));
    const textKeys = texts.map(({ textKey }) => textKey);
    const last = textKeys.at(-1);
    if (last === undefined) return;
    const vectors = await embedder.embed(texts.map(({ text }) => text));
    await deps.uow.run(permit, async (tx) => {
      // No vector of an embedder that was given up meanwhile: nobody would remove it.
      if (await isComing(tx, embedder)) {
        await tx.examples.keepVectors(embedder.id, textKeys, vectors);
      }
      return ok(null);
    });
    after = last;
  }
}

async function isComing(
  tx: Pick<Tx, "textVectors">,
  { id }: Embedder,
): Promise<boolean> {
  return (await tx.textVectors.inUse("unchanged"))?.coming === id;
}

/** Lets the embedder serve if it has all texts; false where some are missing. True also where it is not the one that comes. */
async function handedOver(
  deps: Needed,
  permit: Permit,
  { id }: Embedder,
): Promise<boolean> {
  const now = deps.clock.now();
  const { value } = await deps.uow.run(permit, async (tx) => {
    const inUse = await tx.textVectors.inUse("alone");
    if (inUse?.coming !== id) return ok(true);
    const missing = await tx.textVectors.missing(id, "", 1);
    if (missing.length > 0) return ok(false);
    await tx.textVectors.change(switched(inUse, now));
    tx.events.append([{
      type: "EMBEDDER_CHANGED",
      payload: { from: inUse.serving, to: id },
    }]);
    return ok(true);
  });
  return value;
}

/** Removes vectors that serve no more, and settles the job once there are none. */
async function dropUnused(
  tx: Pick<Tx, "textVectors" | "jobs">,
  jobId: string,
): Promise<number> {
  const inUse = await tx.textVectors.inUse("unchanged");
  const dropped = inUse
    ? await tx.textVectors.drop(embeddersOf(inUse), DROPPED)
    : 0;
  if (dropped === 0) await tx.jobs.settle(jobId);
  return dropped;
}
