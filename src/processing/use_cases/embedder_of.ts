import type { Deps } from "../../../ports/deps.ts";
import type { Embedder } from "../../../ports/embedder.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { type Failure, failures } from "../../kernel/failure.ts";
import type { Instant } from "../../kernel/instant.ts";
import { type EmbeddersInUse, switchTo } from "../embedders_in_use.ts";

export const embedderFailures = failures("embedder", {
  not_here: {
    category: "unavailable",
    title: "This process has no embedder of that name",
  },
});

export type EmbedderNotHere = Failure<"embedder.not_here">;

type Embedders = Pick<Deps, "embedder" | "otherEmbedders">;

/** The embedder of that id, where this process has it. */
export function embedderOf(
  { embedder, otherEmbedders }: Embedders,
  id: string,
): Embedder | undefined {
  return [embedder, ...otherEmbedders].find((one) => one.id === id);
}

/** Begins to embed the tenant's texts by the configured embedder, unless it has them or is at it; tells what is in use. */
export async function noticeEmbedder(
  { embedder }: Pick<Deps, "embedder">,
  tx: Pick<Tx, "textVectors" | "events">,
  now: Instant,
): Promise<EmbeddersInUse | null> {
  const seen = await tx.textVectors.inUse();
  if (!switchTo(embedder.id, seen, now)) return seen;
  const held = await tx.textVectors.inUse("alone");
  const next = switchTo(embedder.id, held, now);
  if (!held || !next) return held;
  await tx.textVectors.change(next);
  tx.events.append([{
    type: "REEMBEDDING_STARTED",
    payload: { from: held.serving, to: embedder.id },
  }]);
  return next;
}
