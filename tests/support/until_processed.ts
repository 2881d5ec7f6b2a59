import type { Balance } from "../../adapters/client/balance.ts";

/** Returns once no record of the tenant waits for processing. */
export async function untilProcessed(api: Balance): Promise<void> {
  for (;;) {
    const { data } = await api.get("/records", {
      query: { status: "ingested", limit: 1 },
    });
    if (data.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
