import assert from "node:assert/strict";
import { makeTenant, startService } from "../support/service_process.ts";

const ROWS = 6_000;

Deno.test("a service that is killed in the middle of an import goes on where it was: nothing is lost or doubled", async () => {
  const folder = await Deno.makeTempDir();
  const env = { BALANCE_DATA_DIR: folder };
  const key = await makeTenant(env);
  try {
    let service = await startService(env);
    const call = async (
      method: string,
      path: string,
      body?: string,
    ) => {
      const response = await fetch(`${service.address}/api/v1${path}`, {
        method,
        headers: { Authorization: `Bearer ${key}` },
        ...body !== undefined && { body },
      });
      const told = await response.json();
      assert(response.ok, JSON.stringify(told));
      return told;
    };
    const lines = Array.from(
      { length: ROWS },
      // Every tenth row is the one before it once more: two payments on one day.
      (_, i) => {
        const n = i % 10 === 9 ? i - 1 : i;
        return `2026-01-${
          String(1 + n % 28).padStart(2, "0")
        },Payment ${n},-${n}.50`;
      },
    );
    const file = `Date,Description,Amount\n${lines.join("\n")}\n`;
    const path = "/records/import?currency=EUR&format=csv";
    const { id } = await call("POST", path, file);
    const until = async (
      isThere: (one: Record<string, number & string>) => boolean,
    ) => {
      for (;;) {
        const one = await call("GET", `/imports/${id}`);
        if (isThere(one)) return one;
        await new Promise((done) => setTimeout(done, 20));
      }
    };
    await until((one) => one["rows_read"]! >= 1_000);
    await service.kill();
    service = await startService(env);
    const done = await until((one) => one["status"] === "done");
    assert.deepEqual(
      [
        done["rows_read"],
        done["accepted"],
        done["duplicates"],
        done["conflicts"],
        done["bad_rows"],
      ],
      [ROWS, ROWS, 0, 0, 0],
    );
    const again = await call("POST", path, file);
    const repeated = await (async () => {
      for (;;) {
        const one = await call("GET", `/imports/${again.id}`);
        if (one.status === "done") return one;
        await new Promise((wait) => setTimeout(wait, 50));
      }
    })();
    assert.deepEqual([repeated.accepted, repeated.duplicates], [0, ROWS]);
    assert.equal(await service.stop(), 0);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
