import { readInstant } from "../../kernel/instant.ts";

/** Whether a source's time is of the form that the manifest says; others do not move the watermark. */
export function isInstantText(
  text: string,
  format: "rfc3339" | "unix" | "date",
): boolean {
  return format === "unix"
    ? /^\d{1,11}(\.\d{1,9})?$/.test(text)
    : "instant" in readInstant(text);
}
