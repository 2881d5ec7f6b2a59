import { apiOf } from "../support/api_of.ts";
import { makeTenant } from "../support/service_process.ts";
import { RULED } from "./record_sets.ts";
import type { Stack } from "./stack.ts";

/** A tenant with one rule. */
export interface ChaosTenant {
  readonly name: string;
  readonly key: string;
}

/** Makes `count` tenants: what a rule of each names is settled by it, and everything else waits for a person. */
export function makeTenants(
  { addresses: [address], databaseUrl }: Stack,
  count: number,
): Promise<readonly ChaosTenant[]> {
  return Promise.all(Array.from({ length: count }, async (_, i) => {
    const key = await makeTenant({ DATABASE_URL: databaseUrl });
    const api = apiOf({ address: address! }, key);
    const { id } = await api.post("/categories", { body: { name: "Parking" } });
    await api.post("/rules", {
      body: {
        name: "parking",
        when: { field: "description", op: "contains", value: RULED },
        then: { category_id: id },
      },
    });
    return { name: `t${i}`, key };
  }));
}
