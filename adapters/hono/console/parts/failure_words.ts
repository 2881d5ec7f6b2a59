import type { Failure } from "../../../../src/kernel/failure.ts";
import { editFailures } from "../shell/edit_failures.ts";

export const MEANWHILE = editFailures.both().title;

/** What titles of the API call otherwise than a form does. */
const WORDS: Readonly<Record<string, string>> = {
  "request.invalid": "Some fields need another look",
  "category.stale": MEANWHILE,
  "connection.stale": MEANWHILE,
  "endpoint.stale": MEANWHILE,
  "member.stale": MEANWHILE,
  "notice_settings.stale": MEANWHILE,
  "report_schedule.stale": MEANWHILE,
  "review_queue.stale": MEANWHILE,
  "tenant.stale": MEANWHILE,
};

/** A failure's title as people are told it, without a full stop. */
export function failureWords({ kind, title, flaws }: Failure): string {
  return kind === "request.invalid" && flaws.length === 1
    ? "One field needs another look"
    : WORDS[kind] ?? title;
}
