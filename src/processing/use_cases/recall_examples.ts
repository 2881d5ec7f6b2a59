import type { Deps } from "../../../ports/deps.ts";
import type { Embedder } from "../../../ports/embedder.ts";
import type { CategoryId } from "../../kernel/ids.ts";
import { ok } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";
import { type Cues, cuesOf } from "../cues.ts";
import type { NearText, Vote } from "../example.ts";
import { recalled } from "../learning/recalled.ts";
import { rejectedByText, rejectedSince } from "../rejection.ts";
import {
  NEAR_TEXTS,
  needsNear,
  SIMILARITY_MIN,
  VOTES_PER_KEY,
} from "../similarity.ts";
import { embedderOf, noticeEmbedder } from "./embedder_of.ts";
import { embedTexts } from "./embed_texts.ts";
import type { Case, Frame } from "./run_pipeline.ts";

const NONE: ReadonlySet<CategoryId> = new Set();

type VotesByKey = ReadonlyMap<string, readonly Vote[]>;

/** What it is looked up for: a replay only reads, so that no switch of embedders begins and no vector is kept. */
export type Purpose = "decide" | "replay";

/** Looks up what people decided for records with equal keys and, where those say too little, near texts. */
export async function recallExamples(
  deps: Pick<Deps, "uow" | "clock" | "embedder" | "otherEmbedders">,
  permit: Permit,
  cases: readonly Case[],
  { contextAttributes, open, learned }: Pick<
    Frame,
    "contextAttributes" | "open" | "learned"
  >,
  purpose: Purpose,
): Promise<readonly Case[]> {
  const cues = cases.map(({ record }) => cuesOf(record, contextAttributes));
  const keys = distinct(cues.flatMap((cue) => cue.keys.map(({ key }) => key)));
  const texts = distinct(cues.map(({ textKey }) => textKey));
  const at = deps.clock.now();
  const { value: known } = await deps.uow.run(permit, async (tx) => {
    const [votes, rejections, inUse] = await Promise.all([
      tx.examples.votes(keys, VOTES_PER_KEY),
      tx.examples.rejected(texts, rejectedSince(at)),
      purpose === "decide"
        ? noticeEmbedder(deps, tx, at)
        : tx.textVectors.inUse(),
    ]);
    return ok({
      votes,
      rejected: rejectedByText(rejections),
      serving: inUse?.serving ?? deps.embedder.id,
    });
  });
  const exactVotes = byKey(known.votes);
  // Where this process does not have the one that serves, there is nothing to look by until another one serves.
  const embedder = embedderOf(deps, known.serving);
  const lone = cues.filter((cue) => needsNear(cue, exactVotes));
  const { near, votes } = embedder
    ? await nearTexts(deps, permit, embedder, lone, exactVotes, purpose)
    : { near: new Map<string, readonly NearText[]>(), votes: exactVotes };

  return cases.map(({ record, steps }, i) => {
    const cue = cues[i]!;
    const found = near.get(cue.textKey) ?? [];
    const rejected = known.rejected.get(cue.textKey) ?? NONE;
    const said = { cues: cue, votes, near: found, open, rejected };
    return {
      record,
      steps: [...steps, {
        kind: "examples_recalled",
        at,
        embedder: embedder?.id ?? null,
        ...recalled(record, said, learned, contextAttributes),
        ...rejected.size > 0 && { rejected: [...rejected].sort() },
      }],
    };
  });
}

/** The nearest embedded texts of each cue, by its text key, and all votes so far with those of the texts found. */
async function nearTexts(
  deps: Pick<Deps, "uow">,
  permit: Permit,
  embedder: Embedder,
  cues: readonly Cues[],
  known: VotesByKey,
  purpose: Purpose,
): Promise<
  { near: ReadonlyMap<string, readonly NearText[]>; votes: VotesByKey }
> {
  const texts = new Map(cues.map((cue) => [cue.textKey, cue.text]));
  if (texts.size === 0) return { near: new Map(), votes: known };
  const vectors = await embedTexts(
    deps,
    permit,
    embedder,
    [...texts].map(([textKey, text]) => ({ textKey, text })),
    { keep: purpose === "decide" },
  );
  const { value } = await deps.uow.run(permit, async (tx) => {
    const found = await tx.examples.nearest(
      embedder.id,
      vectors,
      NEAR_TEXTS,
      SIMILARITY_MIN,
    );
    const keys = distinct(found.flat().map((text) => text.textKey))
      .filter((key) => !known.has(key));
    return ok({ found, votes: await tx.examples.votes(keys, VOTES_PER_KEY) });
  });
  const near = new Map(
    [...texts.keys()].map((key, i) => [key, value.found[i] ?? []]),
  );
  return { near, votes: new Map([...known, ...byKey(value.votes)]) };
}

function byKey(votes: readonly Vote[]): Map<string, Vote[]> {
  return Map.groupBy(votes, (vote) => vote.key);
}

function distinct(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)];
}
