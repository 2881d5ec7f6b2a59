import { patientApi } from "./patient_api.ts";
import type { Ledger } from "./ledger.ts";

/** Asks whether nothing of a tenant waits any more: neither records that were taken in nor deliveries that were not yet. */
export function settledness(
  address: string,
  key: string,
  { deliveries }: Pick<Ledger, "deliveries">,
): () => Promise<boolean> {
  const api = patientApi(address, key);
  const done = new Set<string>();
  return async () => {
    for (const id of deliveries) {
      if (done.has(id)) continue;
      const { status } = await api.get("/deliveries/{id}", { path: { id } });
      if (status === "waiting") return false;
      done.add(id);
    }
    const { data } = await api.get("/records", {
      query: { status: "ingested", limit: 1 },
    });
    return data.length === 0;
  };
}
