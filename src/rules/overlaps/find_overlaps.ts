import type { Instant } from "../../kernel/instant.ts";
import type { CompanyRecord } from "../../records/record.ts";
import type { RuleSet, RuleStatistics } from "../rule.ts";
import { conflicting } from "./conflicting.ts";
import { dead } from "./dead.ts";
import { duplicates } from "./duplicates.ts";
import { type Finding, FINDING_KINDS, type FindingKind } from "./finding.ts";
import { historyTallies } from "./history_tallies.ts";
import { meetings } from "./meetings.ts";
import { overBroad } from "./over_broad.ts";
import { shadowed } from "./shadowed.ts";
import { studyRules } from "./study.ts";
import { widerRules } from "./wider_rules.ts";

/** What is wrong, or may be, with a set of rules. */
export interface Overlaps {
  /** Of each kind the first so many, proven before suspected. */
  readonly findings: readonly Finding[];
  /** How many were found of each kind, also those not listed. */
  readonly totals: Readonly<Record<FindingKind, number>>;
  /** False where a limit ended a comparison: there may be more than the totals tell. */
  readonly complete: boolean;
  /** Enabled rules that were looked at; a rule that is off overlaps with nothing. */
  readonly rules: number;
  /** Records that were looked at. */
  readonly records: number;
}

/** Looks for overlaps among the enabled rules. `records` are the sample, each as rules see it. */
export function findOverlaps(
  { set, statistics, records }: {
    readonly set: RuleSet;
    readonly statistics: readonly RuleStatistics[];
    readonly records: readonly CompanyRecord[];
  },
  { now, days, limit }: {
    readonly now: Instant;
    readonly days: number;
    /** Findings listed of each kind. */
    readonly limit: number;
  },
): Overlaps {
  const study = studyRules(set, records);
  const wider = widerRules(study);
  const met = meetings(study);
  const tallies = historyTallies(study);
  const byKind: Readonly<Record<FindingKind, readonly Finding[]>> = {
    duplicate: duplicates(study, wider),
    shadowed: shadowed(study, wider, tallies),
    conflicting: conflicting(met),
    dead: dead(study, statistics, { now, days }),
    over_broad: overBroad(study, tallies),
  };
  return {
    findings: FINDING_KINDS.flatMap((kind) =>
      provenFirst(byKind[kind]).slice(0, limit)
    ),
    totals: {
      duplicate: byKind.duplicate.length,
      shadowed: byKind.shadowed.length,
      conflicting: byKind.conflicting.length,
      dead: byKind.dead.length,
      over_broad: byKind.over_broad.length,
    },
    complete: study.complete && wider.complete && met.complete,
    rules: study.rules.length,
    records: study.sample.length,
  };
}

function provenFirst(findings: readonly Finding[]): readonly Finding[] {
  const { proven = [], suspected = [] } = Object.groupBy(
    findings,
    ({ proof }) => proof,
  );
  return [...proven, ...suspected];
}
