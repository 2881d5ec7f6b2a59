import type { Outgoing } from "../../ports/outgoing.ts";
import { outgoingFailures } from "../../src/integrations/outgoing_failures.ts";
import { fail } from "../../src/kernel/result.ts";

/** An open internet on which nobody answers. */
export const noOutgoing: Outgoing = {
  send: () => Promise.resolve(fail(outgoingFailures.unreachable())),
};
