import type { Approval, ApprovalState } from "../../src/approvals/approval.ts";
import { newApproval } from "../../src/approvals/new_approval.ts";
import {
  type CategoryId,
  type ConnectionId,
  type RecordId,
  uuidV7Id,
} from "../../src/kernel/ids.ts";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";
import type { SeededRandom } from "../../src/main/demo/seeded_random.ts";
import type { Trace } from "../../src/processing/trace.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import { sampleRecord } from "../../tests/support/samples.ts";

/** What a company's items are about, and since when there are any. */
export interface Books {
  readonly categories: readonly CategoryId[];
  /** Six, three and one in ten of the records come over each. */
  readonly connections: readonly [ConnectionId, ConnectionId, ConnectionId];
  readonly now: Instant;
}

/** A record and what a person is, or was, asked about it. */
export interface Item {
  readonly record: CompanyRecord;
  readonly approval: Approval;
}

/** Over so many days items came in, evenly. */
export const DAYS = 100;
const DAY_MS = 86_400_000;
/** Items for each wording, on average. */
const EACH_WORDING = 4;
/** Of 25,000 wordings the first has 3,400 of 100,000 items, and most have one or two. */
const UNEVEN = 3;
const [SMALLEST, LARGEST] = [2, 60_000];
const NEIGHBOURS = 3;
const LETTERS = [..."bcdfghjklmnprstvwxz"];
const CONTEXT = ["unit"];

/**
 * `waiting` items that wait, the oldest first, and `decided` more of the same kinds between them: a quarter as many
 * wordings, amounts evenly spread over their magnitudes, a suggestion for four wordings of five.
 */
export function* reviewItems(
  { waiting, decided }: { readonly waiting: number; readonly decided: number },
  random: SeededRandom,
  { categories, connections, now }: Books,
): Generator<Item> {
  const count = waiting + decided;
  const wordings = Math.ceil(count / EACH_WORDING);
  const bytes = () =>
    Uint8Array.from({ length: 10 }, () => random.between(0, 255));
  const approved: RecordId[] = [];
  let left = decided;
  for (let i = 0; i < count; i++) {
    const at = plusMs(now, -Math.round(DAYS * DAY_MS * (1 - i / count)));
    const wording = Math.floor(wordings * random.next() ** UNEVEN);
    const suggestion = wording % 5 === 0
      ? null
      : categories[wording % categories.length]!;
    const confidence = suggestion === null ? 0 : random.next();
    const isDecided = random.next() < left / (count - i);
    const way = random.next();
    const record = sampleRecord({
      id: uuidV7Id("rec", Date.parse(at), bytes()),
      externalId: `x-${i}`,
      connectionId: connections[way < 0.6 ? 0 : way < 0.9 ? 1 : 2],
      receivedAt: at,
      occurredAt: at,
      description: `${wordOf(wording)} ${random.between(1, 9_999)}`,
      counterparty: wordOf(wording),
      amount: {
        minor: `${-BigInt(
          Math.round(100 * SMALLEST * (LARGEST / SMALLEST) ** random.next()),
        )}`,
        currency: random.chance(0.1) ? "EUR" : "GBP",
      },
      status: isDecided ? "approved" : "processed",
      outcome: "needs_review",
      categoryId: isDecided ? suggestion ?? categories[0]! : null,
      source: isDecided ? "person" : null,
      trace: traceOf(
        Array.from(
          { length: Math.min(NEIGHBOURS, approved.length) },
          () => random.pick(approved),
        ),
        suggestion ?? categories[0]!,
        confidence,
        at,
      ),
    });
    const asked = newApproval(
      uuidV7Id("apr", Date.parse(at), bytes()),
      record,
      {
        suggestion,
        because: suggestion === null
          ? "nothing_alike"
          : random.chance(0.1)
          ? "rule_asks"
          : "not_sure_enough",
        confidence,
        inclusion: 1,
        shownAs: null,
      },
      { contextAttributes: CONTEXT, createdAt: at },
    );
    yield {
      record,
      approval: isDecided ? { ...asked, state: decidedAs(record, at) } : asked,
    };
    if (isDecided) {
      approved.push(record.id);
      left--;
    }
  }
}

function decidedAs(
  { categoryId }: CompanyRecord,
  at: Instant,
): ApprovalState {
  return {
    kind: "decided",
    verdict: "override",
    categoryId,
    by: "usr_bench",
    at,
    note: null,
    decisionId: null,
    verdicts: [],
  };
}

/** A word of its own for each number: digits do not tell texts apart. */
function wordOf(number: number): string {
  let word = "";
  for (let rest = number + LETTERS.length ** 2; rest > 0;) {
    word += `${LETTERS[rest % LETTERS.length]}a`;
    rest = Math.floor(rest / LETTERS.length);
  }
  return word;
}

/** As the pipeline leaves it where no example was near enough. */
function traceOf(
  neighbours: readonly RecordId[],
  categoryId: CategoryId,
  score: number,
  at: Instant,
): Trace {
  return {
    schema: 1,
    limits: { similarity_threshold: null, model: null },
    steps: [{
      kind: "examples_recalled",
      at,
      embedder: "hashed-ngram-512@1",
      neighbours: neighbours.map((record_id) => ({
        record_id,
        category_id: categoryId,
        similarity: 0.8,
        count: 1,
        match: "similar",
      })),
      proposal: categoryId,
      score,
    }],
    conclusion: {
      kind: "needs_review",
      because: "not_sure_enough",
      suggestion: categoryId,
      confidence: score,
      threshold: 1,
    },
  };
}
