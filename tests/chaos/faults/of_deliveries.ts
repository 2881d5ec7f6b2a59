import { AT_ONCE, type FaultKind } from "./fault_kind.ts";

const SETS = 6;
const JOBS = 60;

export const OF_DELIVERIES: readonly FaultKind[] = [
  {
    name: "jobs_delivered_again",
    weight: 3,
    holdMs: AT_ONCE,
    aim: ({ redelivery }) => ({
      holds: ["postgres", "redis"],
      strike: () => redelivery.deliver(JOBS),
    }),
  },
  {
    name: "sets_sent_again",
    weight: 2,
    holdMs: AT_ONCE,
    aim({ senders, random }) {
      const sender = random.pick(senders);
      return {
        holds: [`sets of ${sender.ledger.tenant}`],
        strike: () => sender.sendAgain(SETS),
      };
    },
  },
];
