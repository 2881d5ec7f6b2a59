/** Posts one body; throws unless it is accepted. */
export async function post(
  address: string,
  key: string,
  body: string,
): Promise<{ readonly record_ids: readonly string[] }> {
  const response = await fetch(`${address}/api/v1/records`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
    },
    body,
  });
  if (response.status !== 202) {
    throw new Error(`${response.status} ${await response.text()}`);
  }
  return await response.json();
}

/** Sends all, `atOnce` at a time; returns the seconds it took. */
export async function sendAll(
  address: string,
  key: string,
  all: readonly string[],
  atOnce: number,
): Promise<number> {
  let next = 0;
  const begun = performance.now();
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (next < all.length) await post(address, key, all[next++]!);
  }));
  return (performance.now() - begun) / 1000;
}
