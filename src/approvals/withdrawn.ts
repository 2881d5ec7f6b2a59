import type { Instant } from "../kernel/instant.ts";
import type { Approval } from "./approval.ts";

/** A waiting approval that nobody is asked any more: nobody holds it, and what was said of it is kept. */
export function withdrawn(approval: Approval, at: Instant): Approval {
  const { state } = approval;
  if (state.kind !== "waiting") throw new Error(`${approval.id} does not wait`);
  const { verdicts } = state;
  return {
    ...approval,
    lease: null,
    state: { kind: "withdrawn", at, verdicts },
  };
}
