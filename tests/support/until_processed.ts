import { apiClient } from "../../src/main/demo/api_client.ts";

/** Returns once no record of the key's tenant waits for processing; calls `meanwhile` each time before it looks. */
export async function untilProcessed(
  address: string,
  key: string,
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const api = apiClient(address, key);
  for (;;) {
    await meanwhile();
    const { data } = await api.get<{ data: unknown[] }>(
      "/api/v1/records?status=ingested&limit=1",
    );
    if (data.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
