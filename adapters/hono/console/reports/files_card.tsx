import {
  REPORT_FORMATS,
  type ReportFormat,
} from "../../../../src/reports/report_demand.ts";
import type { Report } from "../../../../src/reports/report.ts";
import { Card } from "../parts/card.tsx";
import { wholeText } from "../parts/figures.tsx";
import { reportPath } from "./report_path.ts";
import { FORMAT_WORDS } from "./report_words.ts";

/** The formats that are being made of a finished report. */
export function awaitedFormats(
  { state, terms, files, erasedAt }: Report,
): readonly ReportFormat[] {
  if (state !== "done" || erasedAt !== null) return [];
  return terms.formats.filter((one) => files[one] === undefined);
}

/** The files of a finished report, those that come, and those that can be asked for. */
export function FilesCard(
  { report, isWriter, lost }: {
    readonly report: Report;
    readonly isWriter: boolean;
    /** The format whose file was asked for and is not there. */
    readonly lost: ReportFormat | null;
  },
) {
  const { id, files, terms, erasedAt } = report;
  if (erasedAt !== null) {
    return (
      <Card title="Files">
        <p>
          They went when a person’s data was erased. Make the report again to
          have them without it.
        </p>
      </Card>
    );
  }
  const all = REPORT_FORMATS.toReversed();
  const coming = awaitedFormats(report);
  const lacking = all.filter((one) =>
    one === lost
      // The others are made of it.
      ? one !== "json"
      : files[one] === undefined && !terms.formats.includes(one)
  );
  return (
    <Card title="Files">
      <ul class="plain-list">
        {all.map((one) => File({ id, format: one, file: files[one] }))}
      </ul>
      {coming.length > 0 && (
        <>
          <p id="coming">
            Being made: {coming.map((one) => FORMAT_WORDS[one]).join(", ")}
          </p>
          <progress aria-labelledby="coming"></progress>
        </>
      )}
      {lacking.length > 0 && isWriter && (
        <form
          method="post"
          action={`${reportPath(id)}/formats`}
          class="buttons"
        >
          {lacking.map((one) => (
            <button type="submit" name="formats" value={one}>
              Make {one.toUpperCase()} {one === lost ? "again" : "too"}
            </button>
          ))}
        </form>
      )}
    </Card>
  );
}

function File(
  { id, format, file }: {
    readonly id: Report["id"];
    readonly format: ReportFormat;
    readonly file: Report["files"][ReportFormat];
  },
) {
  if (file === undefined) return null;
  return (
    <li>
      <a
        class="tall"
        href={`${reportPath(id)}/file?format=${format}`}
      >
        {FORMAT_WORDS[format]}
      </a>{" "}
      <span class="quiet small">
        {wholeText(Math.ceil(file.bytes / 1_000))} kB
      </span>
    </li>
  );
}
