import { pause } from "../pause.ts";
import type { Link } from "../link.ts";
import type { FaultKind } from "./fault_kind.ts";

type Where = "postgres" | "redis";

/** How often the network breaks for all processes at once, and not for one of them. */
const ALL_SHARE = 0.4;

/** Connections are reset and refused. */
function cut(where: Where, holdMs: FaultKind["holdMs"]): FaultKind {
  return ofLinks(`${where}_cut`, 2, where, holdMs, async (links, heldMs) => {
    for (const link of links) link.cut();
    await pause(heldMs);
    for (const link of links) link.restore();
  });
}

/** Bytes stop. Afterwards they flow again, or the connections are found to be dead. */
function swallow(where: Where, holdMs: FaultKind["holdMs"]): FaultKind {
  return ofLinks(
    `${where}_swallowed`,
    1,
    where,
    holdMs,
    async (links, heldMs, areDead) => {
      for (const link of links) link.swallow();
      await pause(heldMs);
      for (const link of links) {
        if (areDead) link.cut();
        link.restore();
      }
    },
  );
}

function ofLinks(
  name: string,
  weight: number,
  where: Where,
  holdMs: FaultKind["holdMs"],
  strike: (
    links: readonly Link[],
    heldMs: number,
    areDead: boolean,
  ) => Promise<void>,
): FaultKind {
  return {
    name,
    weight,
    holdMs,
    aim({ stack: { nodes }, random }) {
      const met = random.chance(ALL_SHARE) ? nodes : [random.pick(nodes)];
      const areDead = random.chance(0.5);
      return {
        holds: met.map(({ process }) => `${where} of ${process.name}`),
        strike: (heldMs) =>
          strike(met.map((node) => node[where]), heldMs, areDead),
      };
    },
  };
}

export const OF_LINKS: readonly FaultKind[] = [
  cut("redis", [200, 6_000]),
  cut("postgres", [200, 4_000]),
  swallow("redis", [1_000, 30_000]),
  swallow("postgres", [1_000, 30_000]),
];
