import { Tabs } from "../parts/tabs.tsx";
import { REPORTS, SCHEDULES } from "./report_path.ts";

/** What was made, and what is made again and again. */
export function ReportsTabs({ at }: { readonly at: string }) {
  return (
    <Tabs
      label="Reports"
      tabs={[[REPORTS, "History"], [SCHEDULES, "Schedules"]]}
      at={at}
    />
  );
}
