import type { Deps } from "../../../ports/deps.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { isErased } from "../../records/erased.ts";
import type { CompanyRecord } from "../../records/record.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import {
  agreesWithPerson,
  concludedAlone,
  type Difference,
  differences,
  replays,
} from "../replay.ts";
import type { Conclusion } from "../trace.ts";
import { decideAnew } from "./decide_anew.ts";
import { frameNow } from "./frame_now.ts";

/** A record that would be decided otherwise today. */
export interface Differing {
  readonly recordId: RecordId;
  readonly in: readonly Difference[];
  readonly before: Conclusion;
  readonly after: Conclusion;
}

/** What a replay found. */
export interface ReplayReport {
  /** Records with a trace. */
  readonly records: number;
  /** Those that were decided anew; the others would be put to a model that has not been asked about them. */
  readonly replayed: number;
  /** Records whose steps no longer add up to their conclusion. */
  readonly mismatches: readonly RecordId[];
  readonly differs: Readonly<Record<Difference, number>>;
  /** The first of them. */
  readonly sample: readonly Differing[];
  /** Records with a category from a person that would be settled without one, and how many of these would get it. */
  readonly people: { readonly settled: number; readonly agreed: number };
}

const PAGE = 500;
const SAMPLE_MAX = 50;

/**
 * Decides a tenant's records anew, under today's code, rules, examples and limits, and compares. Answers of a model are
 * those that were stored; no model is called and nothing is written. People's own answers are among today's examples,
 * so that similarity finds, of a record that a person decided, also that decision.
 */
export async function replayTraces(
  deps: Pick<Deps, "uow" | "clock" | "embedder" | "otherEmbedders" | "model">,
  scope: Scope,
): Promise<Result<ReplayReport, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const { frame } = await frameNow(deps, allowed.value);
  let report: ReplayReport = {
    records: 0,
    replayed: 0,
    mismatches: [],
    differs: { category: 0, outcome: 0, source: 0 },
    sample: [],
    people: { settled: 0, agreed: 0 },
  };
  let cursor: string | null = null;
  do {
    const page = await readPage(deps, allowed.value, cursor);
    const cases = await decideAnew(deps, allowed.value, page.data, frame);
    const decided = new Map(
      cases.map(({ record, conclusion }) => [record.id, conclusion]),
    );
    report = added(report, page.data, decided);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ok(report);
}

async function readPage(
  deps: Pick<Deps, "uow">,
  permit: Permit,
  cursor: string | null,
) {
  const { value } = await deps.uow.run(
    permit,
    async (tx) => ok(await tx.records.list({}, { limit: PAGE, cursor })),
  );
  // Without its texts a record would be decided another way.
  const data = value.data.filter((record) => !isErased(record));
  return { ...value, data };
}

/** The report with one more page in it. */
function added(
  report: ReplayReport,
  records: readonly CompanyRecord[],
  decided: ReadonlyMap<RecordId, Conclusion>,
): ReplayReport {
  const differs = { ...report.differs };
  const people = { ...report.people };
  const mismatches = [...report.mismatches];
  const sample = [...report.sample];
  let traced = 0;
  for (const record of records) {
    const { id: recordId, trace } = record;
    if (!trace) continue;
    traced++;
    if (!replays(trace)) mismatches.push(recordId);
    const after = decided.get(recordId);
    if (!after) continue;
    const agrees = agreesWithPerson(record, after);
    if (agrees !== null) people.settled++;
    if (agrees) people.agreed++;
    const before = concludedAlone(trace);
    const found = before ? differences(before, after) : [];
    for (const difference of found) differs[difference]++;
    if (before && found.length > 0 && sample.length < SAMPLE_MAX) {
      sample.push({ recordId, in: found, before, after });
    }
  }
  return {
    records: report.records + traced,
    replayed: report.replayed + decided.size,
    mismatches,
    differs,
    sample,
    people,
  };
}
