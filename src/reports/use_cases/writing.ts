import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import type { ReportFileId, ReportId } from "../../kernel/ids.ts";
import { ok } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { Report } from "../report.ts";

/** A file of a report that is being written under its claim. */
export interface Writing {
  readonly permit: Permit;
  readonly scope: Scope;
  readonly reportId: ReportId;
  readonly fileId: ReportFileId;
  readonly rowsPerPage: number;
}

/** What is told of the report with its first file; nothing with the others. */
export type FileWritten = Partial<Pick<Report, "tables" | "rows">>;

/** The claim is gone: the report was cancelled, lost its files to an erasure, or is another delivery's. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
  /** Whether another delivery of the job goes on with it. */
  readonly byOther: boolean;

  constructor(report: Report | null) {
    super("another took the report over");
    this.byOther = report?.writing !== null && report?.state !== "cancelled";
  }
}

/** Does `work` in one unit in which the claim holds, and keeps how far the file is. Throws `Overtaken`. */
export async function whileClaimed<T>(
  deps: Pick<Deps, "uow">,
  { permit, reportId, fileId }: Writing,
  work: (tx: Tx, report: Report) => Promise<
    { readonly value: T; readonly progress: Report["progress"] | null }
  >,
): Promise<T> {
  const { value } = await deps.uow.run(permit, async (tx) => {
    const [report] = await tx.reports.find([reportId]);
    if (report?.writing !== fileId || report.state === "cancelled") {
      throw new Overtaken(report ?? null);
    }
    const { value, progress } = await work(tx, report);
    if (progress !== null) await tx.reports.save([{ ...report, progress }]);
    return ok(value);
  });
  return value;
}
