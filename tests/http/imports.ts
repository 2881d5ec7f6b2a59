import assert from "node:assert/strict";
import type { HttpTrial, TestOn } from "./tests_on.ts";

const BYTES = { "Content-Type": "application/octet-stream" };

/** Sends a file, does the jobs, and reads what became of it. */
async function importing(
  { call, runJobs }: HttpTrial,
  file: string | Uint8Array,
  query = "",
) {
  const sent = await call(
    "POST",
    `/api/v1/records/import${query}`,
    file,
    BYTES,
  );
  assert.equal(sent.status, 202, sent.text);
  const address = `/api/v1/imports/${sent.body["id"]}`;
  assert.equal(sent.headers.get("Location"), address);
  await runJobs();
  return (await call("GET", address)).body as unknown as Imported;
}

interface Imported {
  readonly id: string;
  readonly status: string;
  readonly format: string;
  readonly remarks: readonly {
    readonly line: number;
    readonly kind: string;
    readonly field: string | null;
    readonly detail: string;
  }[];
  readonly [count: string]: unknown;
}

/** The counts in which something is. */
function countsOf(found: Imported) {
  const names = [
    "rows_read",
    "accepted",
    "duplicates",
    "conflicts",
    "bad_rows",
    "skipped",
  ];
  return Object.fromEntries(
    names.filter((name) => found[name] !== 0).map((
      name,
    ) => [name, found[name]]),
  );
}

async function recordsIn({ call }: HttpTrial) {
  const { body } = await call("GET", "/api/v1/records?limit=200");
  return body["data"]!.map((record) => ({
    day: record["occurred_at"]!.slice(0, 10),
    minor: (record["amount"]!["minor"]) as unknown as number,
    description: record["description"]! as string,
  })).toSorted((a, b) => a.day < b.day ? -1 : 1);
}

const CSV = `Booked;Details;Amount (EUR)
31.03.2026;Timber yard;-1.250,00
31.03.2026;Coffee;-3,20
31.03.2026;Coffee;-3,20
01.04.2026;Nails;x
02.04.2026;Rent;900,5
`;

export function importTests(test: TestOn): void {
  test("a file is taken in, its bad rows told by line; again it adds nothing", async (trial) => {
    const first = await importing(trial, CSV, "?file_name=march.csv");
    assert.equal(first.status, "done");
    assert.equal(first.format, "csv");
    assert.equal(first["file_name"], "march.csv");
    assert.deepEqual(countsOf(first), {
      rows_read: 5,
      accepted: 4,
      bad_rows: 1,
    });
    assert.deepEqual(first.remarks, [{
      line: 5,
      kind: "bad",
      field: "Amount (EUR)",
      detail: 'is no number with "," before its decimals',
    }]);
    assert.deepEqual(await recordsIn(trial), [
      { day: "2026-03-31", minor: -320, description: "Coffee" },
      { day: "2026-03-31", minor: -320, description: "Coffee" },
      { day: "2026-03-31", minor: -125_000, description: "Timber yard" },
      { day: "2026-04-02", minor: 90_050, description: "Rent" },
    ]);
    const again = await importing(trial, CSV);
    assert.deepEqual(countsOf(again), {
      rows_read: 5,
      duplicates: 4,
      bad_rows: 1,
    });
    const { data } = (await trial.call("GET", "/api/v1/imports"))
      .body as never as {
        data: Imported[];
      };
    assert.deepEqual(data.map(({ id }) => id), [again.id, first.id]);
  });
}
