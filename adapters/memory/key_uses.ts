import type { KeyUses, LastKeyUses } from "../../ports/key_uses.ts";
import type { TenantId } from "../../src/kernel/ids.ts";
import type { Shelf } from "./shelf.ts";

/** Notes the uses of keys across tenants. */
export function keyUses(shelves: ReadonlyMap<TenantId, Shelf>): KeyUses {
  return {
    keep: (uses) =>
      Promise.try(() => {
        for (const { tenantId, keyId, at } of uses) {
          const shelf = shelves.get(tenantId);
          if (!shelf?.apiKeys.has(keyId)) continue;
          const before = shelf.apiKeyUses.get(keyId);
          if (before === undefined || before < at) {
            shelf.apiKeyUses.set(keyId, at);
          }
        }
      }),
  };
}

/** What of it a tenant may see. */
export function lastKeyUses({ apiKeyUses }: Shelf): LastKeyUses {
  return {
    of: (ids) =>
      Promise.resolve(
        new Map([...apiKeyUses].filter(([id]) => ids.includes(id))),
      ),
  };
}
