import { Audit, type AuditReport } from "../../src/events/audit.ts";
import { chainOn, GENESIS } from "../../src/events/chain.ts";
import type { ChainHead, RecordedEvent } from "../../src/events/event.ts";
import { exportLine, readExportLine } from "../../src/events/event_json.ts";
import type { Fact } from "../../src/events/fact.ts";

export const SIGNATURE = {
  at: "2026-01-02T03:04:05.000Z",
  actor: "usr_ann",
  sourceAgent: "balance",
  salt: () => "00112233445566778899aabbccddeeff",
} as const;

export const named = (name: string): Fact => ({
  type: "TENANT_CREATED",
  payload: { name },
});

export function logOf(facts: readonly Fact[]): readonly RecordedEvent[] {
  return chainOn(GENESIS, facts, SIGNATURE);
}

export function headOf(events: readonly RecordedEvent[]): ChainHead {
  const { seq, hash } = events.at(-1) ?? GENESIS;
  return { seq, hash };
}

/** The events behind the first `after`, as they are exported. */
export function exportOf(
  events: readonly RecordedEvent[],
  after = 0,
): string[] {
  return [
    { checkpoint: headOf(events.slice(0, after)) },
    ...events.slice(after).map((event) => ({ event })),
    { checkpoint: headOf(events) },
  ].map(exportLine);
}

export function audit(
  lines: readonly string[],
  kept: readonly ChainHead[] = [],
): AuditReport {
  const audit = new Audit(kept);
  for (const line of lines) if (!audit.take(readExportLine(line))) break;
  return audit.report();
}

export const LOG = logOf(["Zoë & Söhne", "b", "c", "d", "e"].map(named));
export const LINES = exportOf(LOG);
