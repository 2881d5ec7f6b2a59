import type { Payloads } from "../../ports/payloads.ts";
import {
  type Payload,
  PAYLOAD_STATES,
  type PayloadState,
} from "../../src/integrations/payload.ts";
import { pageOf } from "../../src/kernel/page.ts";
import { entities } from "./entities.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText } from "./sorted.ts";

/** A tenant's payloads in one unit. */
export function payloads(
  { payloads: rows, payloadKeys: keys }: Shelf,
  journal: Journal,
): Payloads {
  const { add, find, save } = entities(
    rows,
    journal,
    (_, after) => journal.set(keys, keyOf(after), after.id),
  );
  return {
    add,
    find,
    save,
    async keep(given) {
      const fresh = given.filter((one, i) =>
        !keys.has(keyOf(one)) &&
        given.findIndex((other) => keyOf(other) === keyOf(one)) === i
      );
      await add(fresh);
      return fresh;
    },
    list: ({ connectionId, state }, { limit, cursor }) =>
      Promise.try(() => {
        const found = [...rows.values()].filter((one) =>
          (cursor === null || one.id < cursor) &&
          (connectionId === null || one.connectionId === connectionId) &&
          (state === null || one.state === state)
        ).sort((a, b) => byText(b.id, a.id));
        return pageOf(found, limit, ({ id }) => id);
      }),
    waiting: (connectionId, limit) =>
      Promise.resolve(
        [...rows.values()].filter((one) =>
          one.connectionId === connectionId && one.state === "waiting"
        ).sort((a, b) => byText(a.id, b.id)).slice(0, limit),
      ),
    findKey: (connectionId, externalId, sha256) =>
      Promise.resolve(
        rows.get(keys.get(keyOf({ connectionId, externalId, sha256 })) ?? ""),
      ),
    counts: (connectionId) =>
      Promise.resolve(
        Object.fromEntries(PAYLOAD_STATES.map((state) => [
          state,
          [...rows.values()].filter((one) =>
            one.connectionId === connectionId && one.state === state
          ).length,
        ])) as Record<PayloadState, number>,
      ),
  };
}

function keyOf(
  { connectionId, externalId, sha256 }: Pick<
    Payload,
    "connectionId" | "externalId" | "sha256"
  >,
): string {
  return `${connectionId} ${sha256} ${externalId}`;
}
