import {
  type ApprovalId,
  type CategoryId,
  contentId,
  type RecordId,
  uuidV7Id,
} from "../../src/kernel/ids.ts";
import { seededRandom } from "../../src/main/demo/seeded_random.ts";
import { sha256 } from "../../src/kernel/sha256.ts";
import { type Cues, cuesOf } from "../../src/processing/cues.ts";
import type { RecordContent } from "../../src/records/record.ts";
import type { Labelled } from "../quality/stream.ts";

/** A record as the service keeps it, its approval's id, and what it truly is. */
export interface Kept {
  readonly id: RecordId;
  readonly approvalId: ApprovalId;
  readonly content: RecordContent;
  readonly cues: Cues;
  readonly truth: CategoryId;
}

/** What the service would say of a record. */
export interface Proposal {
  readonly category: CategoryId | null;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A record that waits for a person. */
export interface Waiting {
  readonly record: Kept;
  /** What it would be by what is known now. */
  readonly proposed: CategoryId | null;
  /** What its approval says, which may be of earlier. */
  readonly shown: Proposal;
}

/** By what records are told apart besides their texts, as `contextAttributes` of a tenant. */
export const CONTEXT: readonly string[] = ["unit"];

const FIRST_MS = Date.UTC(2026, 0);

/** The rows as records, in order, with ids of the seed's; `labels` are the categories, by place. */
export function keptOf(
  rows: readonly Labelled[],
  labels: readonly string[],
  seed: number,
): readonly Kept[] {
  const random = seededRandom(seed);
  const places = new Map(labels.map((label, c) => [label, c]));
  return rows.map((row, i) => {
    const bytes = Uint8Array.from({ length: 10 }, () => random.between(0, 255));
    const content = contentOf(row);
    return {
      id: uuidV7Id("rec", FIRST_MS + i, bytes),
      approvalId: uuidV7Id("apr", FIRST_MS + i, bytes),
      content,
      cues: cuesOf(content, CONTEXT),
      truth: categoryId(places.get(row.label)!),
    };
  });
}

export function categoryId(place: number): CategoryId {
  return contentId("cat", sha256(String(place)));
}

function contentOf(row: Labelled): RecordContent {
  const { date, description, counterparty, amount, unit } = row;
  return {
    occurredAt: date === null ? null : `${date}T00:00:00.000Z`,
    description,
    counterparty,
    amount,
    attributes: unit === null ? {} : { unit },
  };
}
