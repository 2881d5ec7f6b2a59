import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { NoRoom } from "../../billing/no_room.ts";
import {
  tellReached,
  whenThereMayBeRoom,
} from "../../billing/parts/put_off.ts";
import { takeFitting } from "../../billing/parts/take_fitting.ts";
import type { StandingDeps } from "../../billing/parts/read_standing.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ImportId } from "../../kernel/ids.ts";
import { type FileKey, fileKey } from "../../kernel/file_key.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { openSeats } from "../../records/parts/backlog_seats.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { CsvTerms } from "../csv_terms.ts";
import type { FileImport } from "../file_import.ts";
import { type FoundRow, unreadable } from "../found_row.ts";
import { entryNaming } from "../name_entries.ts";
import { halvesOf, inSlices, type Slice } from "../in_slices.ts";
import { takeRows } from "../parts/take_rows.ts";

/** Rows that are taken in with one unit: what a crash costs at most. */
const ROWS_PER_SLICE = 1_000;
/** When an import goes on whose records found no room: some ten thousand were processed by then. */
const DEFERRED_MS = 30_000;

type Job = { readonly id: string; readonly importId: ImportId };
type Needed =
  & Pick<Deps, "uow" | "ids" | "files" | "fileReader" | "backlog">
  & StandingDeps;

/**
 * The job that takes a file in, slice by slice. Each is one unit that also keeps how far the file is read, so that another
 * delivery reads the file again up to there, which gives the same rows and names, and goes on: nothing is lost and nothing
 * taken in twice. Where too many records wait, or the plan has no room for more, the rest is left for a later job.
 */
export async function importFile(
  deps: Needed,
  scope: Scope,
  job: Job,
  rowsPerSlice = ROWS_PER_SLICE,
): Promise<Result<null, AccessDenied | Failure>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const key = fileKey(scope.tenantId, "imports", job.importId);
  const opened = await openImport(deps, allowed.value, job.importId);
  if (opened !== null) {
    const went = await takeIn(deps, allowed.value, job, {
      ...opened,
      key,
      rowsPerSlice,
    });
    if (went !== "ended") return ok(null);
  }
  // Its rows are in the database now. Settled last, so that no crash between the two leaves bytes behind.
  await deps.files.remove([key]);
  return await deps.uow.run(allowed.value, async (tx) => {
    await tx.jobs.settle(job.id);
    return ok(null);
  });
}

interface Opened {
  readonly found: FileImport;
  readonly csv: CsvTerms | null;
}

/** The import and its mapping; null where nothing of it is left to do. */
async function openImport(
  deps: Pick<Deps, "uow">,
  permit: Permit,
  id: ImportId,
): Promise<Opened | null> {
  const { value } = await deps.uow.run(permit, async (tx) => {
    const [found] = await tx.imports.find([id]);
    if (!found || hasEnded(found)) return ok(null);
    const { mappingId } = found;
    const [mapping] = mappingId === null
      ? []
      : await tx.csvMappings.find([mappingId]);
    return ok({ found, csv: mapping?.terms ?? null });
  });
  return value;
}

/** One that was only given up goes on when its job is sent again. */
function hasEnded({ state, failure }: FileImport): boolean {
  return state === "done" || (state === "failed" && failure !== null);
}

/** `elsewhere`: another delivery of the job is at it, or the rest is for a later one. */
async function takeIn(
  deps: Needed,
  permit: Permit,
  job: Job,
  { found, csv, key, rowsPerSlice }: Opened & {
    readonly key: FileKey;
    readonly rowsPerSlice: number;
  },
): Promise<"ended" | "elsewhere"> {
  const { connectionId, asked: { format, currency } } = found;
  const content = await deps.files.read(key);
  const rows = content === null ? gone() : deps.fileReader.read(content, {
    connectionId,
    format,
    csv,
    currency,
  });
  let rowAt = found.rowAt;
  const slices = inSlices(rows, {
    nameEntry: entryNaming(connectionId),
    from: rowAt,
    size: rowsPerSlice,
  });
  for await (const slice of slices) {
    const slicing = { deps, permit, job };
    const taken = await takeFitting(
      { slice, rowAt },
      placedHalvesOf,
      (one) => takeSlice(slicing, one),
    );
    if (!taken.ok) await deferImport(slicing, taken.failure);
    if (!taken.ok || taken.value === "elsewhere") return "elsewhere";
    rowAt += slice.rows.length;
  }
  return "ended";
}

interface Slicing {
  readonly deps: Needed;
  readonly permit: Permit;
  readonly job: Job;
}

/** A slice, and the row that it begins at. */
interface Placed {
  readonly slice: Slice;
  readonly rowAt: number;
}

function placedHalvesOf(
  { slice, rowAt }: Placed,
): readonly [Placed, Placed] | null {
  if (slice.rows.length < 2) return null;
  const [first, second] = halvesOf(slice);
  return [
    { slice: first, rowAt },
    { slice: second, rowAt: rowAt + first.rows.length },
  ];
}

/** `elsewhere`: another delivery of the job is at it, or it was deferred; so is what comes after it. */
async function takeSlice(
  { deps, permit, job }: Slicing,
  { slice, rowAt }: Placed,
): Promise<Result<"taken" | "elsewhere", NoRoom>> {
  const seats = openSeats(deps.backlog, permit.tenantId, slice.records);
  const now = deps.clock.now();
  const unit = await deps.uow.run(permit, async (tx) => {
    const [current] = await tx.imports.find([job.importId]);
    if (!current || current.rowAt !== rowAt || hasEnded(current)) {
      return ok(null);
    }
    if (slice.records > 0 && !seats.take().ok) {
      await defer(tx, job, current, plusMs(now, DEFERRED_MS));
      return ok(null);
    }
    return await takeRows(deps, tx, current, slice);
  }).catch(seats.leave);
  seats.keep(unit.ok ? unit.value ?? 0 : 0);
  if (!unit.ok) return unit;
  return ok(unit.value === null ? "elsewhere" : "taken");
}

/** Leaves the rest for when the plan may have room. */
async function deferImport(
  { deps, permit, job }: Slicing,
  noRoom: NoRoom,
): Promise<void> {
  await deps.uow.run(permit, async (tx) => {
    const dueAt = await whenThereMayBeRoom(deps, tx, noRoom);
    const [current] = await tx.imports.find([job.importId]);
    if (current) await defer(tx, job, current, dueAt);
    await tellReached(tx, noRoom);
    return ok(null);
  });
}

/** Settled by whoever defers it, so that it is deferred once. */
async function defer(
  tx: Pick<Tx, "jobs" | "events">,
  job: Job,
  { rowAt }: FileImport,
  dueAt: Instant,
): Promise<void> {
  if (!await tx.jobs.settle(job.id)) return;
  tx.events.append([{
    type: "IMPORT_DEFERRED",
    payload: { import_id: job.importId, rows: rowAt, due_at: dueAt },
  }]);
}

async function* gone(): AsyncGenerator<readonly FoundRow[]> {
  yield [unreadable(1, "is not there any more")];
}
