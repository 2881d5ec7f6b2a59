import {
  REPORT_KINDS,
  type ReportKind,
} from "../../../../src/reports/report_demand.ts";
import { Tabs } from "../parts/tabs.tsx";
import { KIND_WORDS } from "./report_words.ts";

/** Which kind a form is of: each has fields of its own, and so a page. */
export function KindTabs(
  { path, kind }: { readonly path: string; readonly kind: ReportKind },
) {
  return (
    <Tabs
      label="Kind of report"
      tabs={REPORT_KINDS.map((one) => [ofKind(path, one), KIND_WORDS[one]])}
      at={ofKind(path, kind)}
    />
  );
}

/** The form's page for a kind. */
export function ofKind(path: string, kind: ReportKind): string {
  return `${path}?kind=${kind}`;
}
