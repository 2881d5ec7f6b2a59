import type { TenantSettings } from "../../src/tenancy/tenant.ts";
import type { Anchor } from "./anchors/anchor.ts";
import { type Company, openCompany } from "./company.ts";
import type { Proposed } from "./measures.ts";
import type { Labelled } from "./stream.ts";

/** How a stream is cut: `warm` records teach first, then come sets of `batch`. */
export interface Cut {
  readonly warm: number;
  readonly batch: number;
}

/** Nothing is settled below a score that only certainty has, and whatever is settled all the same is put to people. */
export const ALL_REVIEWED: Partial<TenantSettings> = {
  targetPrecision: 0.999,
  similarityThreshold: 1,
  auditRate: 1,
};

/** A company that puts every record to its people, whatever is proposed. */
export function openReviewed(rows: readonly Labelled[]): Promise<Company> {
  return openCompany(labelsOf(rows), {
    seed: 1,
    settings: ALL_REVIEWED,
    firstDate: rows[0]?.date ?? null,
  });
}

/** What the service proposes for each record after the warm ones, when each set's true labels are given after it. */
export async function fullFeedback(
  company: Company,
  rows: readonly Labelled[],
  cut: Cut,
  onSet: (done: number) => void,
): Promise<readonly Proposed[]> {
  const proposals: Proposed[] = [];
  let done = 0;
  for (const set of setsOf(rows, cut)) {
    const proposed = await company.sort(set);
    if (done > 0) proposals.push(...proposed);
    const reviewed = await company.review();
    if (reviewed !== set.length) {
      throw new Error(
        `${reviewed} of ${set.length} records were put to people`,
      );
    }
    done += set.length;
    onSet(done);
  }
  return proposals;
}

/** The same for an anchor, which learns anew after each set. */
export function anchorFeedback(
  anchor: Anchor,
  rows: readonly Labelled[],
  cut: Cut,
): readonly Proposed[] {
  const proposals: Proposed[] = [];
  let done = 0;
  for (const set of setsOf(rows, cut)) {
    if (done > 0) {
      proposals.push(
        ...anchor.propose(set).map((one, i) => ({
          ...one,
          truth: set[i]!.label,
        })),
      );
    }
    done += set.length;
    if (done < rows.length) anchor.learn(rows.slice(0, done));
  }
  return proposals;
}

export function labelsOf(rows: readonly Labelled[]): readonly string[] {
  return [...new Set(rows.map(({ label }) => label))];
}

/** The warm set, then the others, the last one as short as it comes. */
export function* setsOf(
  rows: readonly Labelled[],
  { warm, batch }: Cut,
): Generator<readonly Labelled[]> {
  yield rows.slice(0, warm);
  for (let i = warm; i < rows.length; i += batch) {
    yield rows.slice(i, i + batch);
  }
}
