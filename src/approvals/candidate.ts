import type { Category } from "../categories/category.ts";
import {
  type CandidateCategory,
  candidatesOf,
} from "../processing/candidates_of.ts";
import type { CompanyRecord } from "../records/record.ts";

/** A category that a person may choose at once. */
export interface Candidate extends CandidateCategory {
  readonly name: string;
}

/** The categories that a record may belong to, the likeliest first; one that was archived since is left out. */
export function openCandidates(
  { trace }: Pick<CompanyRecord, "trace">,
  categories: readonly Category[],
): readonly Candidate[] {
  if (!trace) return [];
  const names = new Map(
    categories.filter(({ archivedAt }) => archivedAt === null)
      .map(({ id, name }) => [id, name]),
  );
  return candidatesOf(trace).flatMap((candidate) => {
    const name = names.get(candidate.categoryId);
    return name === undefined ? [] : [{ ...candidate, name }];
  });
}
