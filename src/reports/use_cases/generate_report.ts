import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { ReportFileId, ReportId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import {
  CONTENT_TYPES,
  type Report,
  REPORT_FILE_BYTES_MAX,
  reportFileKey,
} from "../report.ts";
import type { ReportFormat } from "../report_demand.ts";
import { openFirstFile } from "./open_first_file.ts";
import { openOtherFile } from "./open_other_file.ts";
import { type FileWritten, Overtaken, type Writing } from "./writing.ts";

/** Rows that are read in one unit, and after how many it is told how far it is. */
export const ROWS_PER_PAGE = 5_000;

type Job = { readonly id: string; readonly reportId: ReportId };
type Needed = Pick<Deps, "uow" | "ids" | "clock" | "files" | "reportFiles">;

/**
 * The job that makes the files of a report, one after another, the JSON first and the others of it. Each file is claimed
 * under a new id, written, and told of in one unit that keeps the claim: another delivery of the job begins the file that
 * was cut off anew, under another id, and whoever finds its claim gone takes its own file away. So there are never two
 * files of a format, never half of one, and no report without its figures.
 */
export async function generateReport(
  deps: Needed,
  scope: Scope,
  job: Job,
  rowsPerPage = ROWS_PER_PAGE,
): Promise<Result<null, AccessDenied | Failure<"file.too_large">>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  for (;;) {
    const claim = await claimNext(deps, allowed.value, job);
    if (claim === null) return ok(null);
    const { tenantId } = scope;
    if (claim.leftOver !== null) {
      await deps.files.remove([reportFileKey(tenantId, claim.leftOver)]);
    }
    const writing: Writing = {
      permit: allowed.value,
      scope,
      reportId: job.reportId,
      fileId: claim.fileId,
      rowsPerPage,
    };
    const went = await makeFile(deps, writing, claim.format);
    if (!went.ok) return went;
    if (went.value === "elsewhere") return ok(null);
  }
}

interface Claim {
  readonly format: ReportFormat;
  readonly fileId: ReportFileId;
  /** What a delivery that was cut off may have left. */
  readonly leftOver: ReportFileId | null;
}

/** Claims the next file that is not made; ends the report where none is left. Null: nothing is to be done. */
async function claimNext(
  deps: Pick<Deps, "uow" | "ids" | "clock">,
  permit: Permit,
  job: Job,
): Promise<Claim | null> {
  const fileId = deps.ids.next("rpf");
  const now = deps.clock.now();
  const { value } = await deps.uow.run(permit, async (tx) => {
    const [report] = await tx.reports.find([job.reportId]);
    const { state, erasedAt } = report ?? { state: "cancelled" };
    if (!report || state === "cancelled" || erasedAt) {
      await tx.jobs.settle(job.id);
      return ok(null);
    }
    const format = report.terms.formats.find((one) => !report.files[one]);
    if (format === undefined) {
      await end(tx, report, now);
      await tx.jobs.settle(job.id);
      return ok(null);
    }
    await tx.reports.save([{
      ...report,
      // More formats of one that is done leave it done.
      state: state === "done" ? "done" : "running",
      endedAt: state === "done" ? report.endedAt : null,
      writing: fileId,
      progress: { ...report.progress, done: doneBy(report) },
    }]);
    return ok({ format, fileId, leftOver: report.writing });
  });
  return value;
}

async function end(
  tx: Pick<Tx, "reports" | "events">,
  report: Report,
  now: Report["createdAt"],
): Promise<void> {
  if (report.state === "done") return;
  await tx.reports.save([{ ...report, state: "done", endedAt: now }]);
  tx.events.append([{
    type: "REPORT_GENERATED",
    payload: {
      kind: report.terms.kind,
      report_id: report.id,
      ...report.scheduleId !== null && { schedule_id: report.scheduleId },
      rows: report.rows ?? 0,
    },
  }]);
}

/** The steps that the files which are made stand for: their rows, and one each. */
function doneBy({ files, rows }: Report): number {
  return Object.keys(files).length * ((rows ?? 0) + 1);
}

/** `elsewhere`: another delivery of the job is at it. */
async function makeFile(
  deps: Needed,
  writing: Writing,
  format: ReportFormat,
): Promise<Result<"made" | "elsewhere", Failure<"file.too_large">>> {
  const key = reportFileKey(writing.scope.tenantId, writing.fileId);
  try {
    const { content, written } = format === "json"
      ? await openFirstFile(deps, writing)
      : await openOtherFile(deps, writing, format);
    const kept = await deps.files.put(key, content, {
      bytesMax: REPORT_FILE_BYTES_MAX,
      contentType: CONTENT_TYPES[format],
    });
    if (!kept.ok) return kept;
    const file = { id: writing.fileId, ...kept.value };
    await publish(deps, writing, { format, file, written: written() });
    return ok("made");
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    await deps.files.remove([key]);
    return ok(error.byOther ? "elsewhere" : "made");
  }
}

/** Tells of a file that is whole, in the unit that finds the claim still there. */
async function publish(
  deps: Pick<Deps, "uow">,
  { permit, reportId, fileId }: Writing,
  { format, file, written }: {
    readonly format: ReportFormat;
    readonly file: NonNullable<Report["files"][ReportFormat]>;
    readonly written: FileWritten;
  },
): Promise<void> {
  await deps.uow.run(permit, async (tx) => {
    const [report] = await tx.reports.find([reportId]);
    if (report?.writing !== fileId || report.state === "cancelled") {
      throw new Overtaken(report ?? null);
    }
    const files = { ...report.files, [format]: file };
    const next = { ...report, ...written, files, writing: null };
    const formats = report.terms.formats.length;
    await tx.reports.save([{
      ...next,
      progress: {
        done: doneBy(next),
        total: formats * ((next.rows ?? 0) + 1),
      },
    }]);
    return ok(null);
  });
}
