import assert from "node:assert/strict";
import { CAMT_053 } from "../support/bank_files.ts";
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

  test("statements that overlap are merged, and an id that the bank used twice is told", async (trial) => {
    const march = await importing(trial, CAMT_053);
    assert.deepEqual(countsOf(march), {
      rows_read: 6,
      accepted: 5,
      skipped: 1,
    });
    const renumbered = CAMT_053
      .replaceAll(/<b:NtryRef>(\d)</g, "<b:NtryRef>9$1<")
      .replace("returned", "returned twice");
    const again = await importing(trial, renumbered);
    assert.equal(again.format, "camt053");
    assert.deepEqual(countsOf(again), {
      rows_read: 6,
      duplicates: 4,
      conflicts: 1,
      skipped: 1,
    });
    assert.deepEqual(
      again.remarks.map(({ line, kind, field }) => [line, kind, field]),
      [[22, "conflict", "external_id"], [25, "skipped", "Sts"]],
    );
    assert.equal((await recordsIn(trial)).length, 5);
  });

  test("a preview tells what is in doubt, and a saved mapping settles it", async (trial) => {
    const { call } = trial;
    const file =
      "Date,Details,Out,In\n03/04/2026,Nails,1.50,\n05/06/2026,Rent,,900.00\n";
    const preview = (query = "") =>
      call("POST", `/api/v1/records/import/preview${query}`, file, BYTES);
    const doubtful = (await preview()).body as never as Record<string, unknown>;
    assert.deepEqual(doubtful["flaws"], [{
      field: "date",
      detail:
        '"03/04/2026" is one of many dates that could be day/month or month/day; a mapping can say which',
    }, {
      field: "currency",
      detail:
        "nothing tells the currency; name it, or save a mapping that does",
    }]);
    assert.deepEqual(doubtful["rows"], []);
    const failed = await importing(trial, file, "?currency=GBP");
    assert.equal(failed.status, "failed");
    const mapping = {
      name: "Harbour Bank",
      date: "Date",
      debit: "Out",
      credit: "In",
      description: ["Details"],
      currency: "GBP",
      date_order: "mdy",
    };
    const save = () => call("POST", "/api/v1/import-mappings", mapping);
    const [first, second] = [(await save()).body, (await save()).body];
    assert.deepEqual([first["number"], second["number"]] as unknown, [1, 2]);
    const settled = (await preview(`?mapping_id=${second["id"]}`))
      .body as never as {
        rows: readonly { record: unknown }[];
      };
    assert.deepEqual(settled.rows.map(({ record }) => record), [{
      occurred_at: "2026-03-04T00:00:00.000Z",
      description: "Nails",
      counterparty: null,
      amount: { minor: -150, currency: "GBP" },
    }, {
      occurred_at: "2026-05-06T00:00:00.000Z",
      description: "Rent",
      counterparty: null,
      amount: { minor: 90_000, currency: "GBP" },
    }]);
    const done = await importing(trial, file, `?mapping_id=${second["id"]}`);
    assert.deepEqual(countsOf(done), { rows_read: 2, accepted: 2 });
    assert.equal(done["mapping_id"], second["id"]);
  });

  test("a repeated request keeps its file once, and another file under its key is refused", async (trial) => {
    const send = (file: string) =>
      trial.call("POST", "/api/v1/records/import?file_name=a.csv", file, {
        ...BYTES,
        "Idempotency-Key": "march",
      });
    const [first, again] = [await send(CSV), await send(CSV)];
    assert.equal(again.status, 202);
    assert.equal(again.body["id"], first.body["id"]);
    assert.equal(again.headers.get("Idempotency-Replayed"), "true");
    assert.equal((await send(CSV + " ")).status, 422);
    const { tenant: { id }, deps } = trial;
    assert.equal((await deps.files.list(`${id}/imports/`, 10, null)).length, 1);
    await trial.runJobs();
    assert.deepEqual(await deps.files.list(`${id}/imports/`, 10, null), []);
    assert.equal((await recordsIn(trial)).length, 4);
  });

  test("what is wrong with a request leaves no file behind", async (trial) => {
    const { call, deps, tenant: { id } } = trial;
    const missing = "01kx2m6v9dfk3tqz8w5y7r4b1c";
    const cases = [
      [`?connection_id=con_${missing}`, BYTES, 422],
      [`?mapping_id=cmp_${missing}`, BYTES, 422],
      ["?currency=XXX", BYTES, 422],
      ["?format=xls", BYTES, 422],
      ["", { "Content-Type": "multipart/form-data; boundary=x" }, 415],
      ["", { ...BYTES, "Content-Length": "2000000000" }, 413],
    ] as const;
    for (const [query, headers, status] of cases) {
      const sent = await call(
        "POST",
        `/api/v1/records/import${query}`,
        CSV,
        headers,
      );
      assert.equal(sent.status, status, `${query} ${sent.text}`);
    }
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new Error("the sender has gone"));
      },
    });
    const gone = await call("POST", "/api/v1/records/import", broken, BYTES);
    assert.equal(gone.status, 400);
    assert.deepEqual(await deps.files.list(`${id}/`, 10, null), []);
    const large = new Uint8Array(1024 * 1024 + 1).fill(65);
    const preview = await call(
      "POST",
      "/api/v1/records/import/preview",
      large,
      BYTES,
    );
    assert.equal(preview.status, 413);
  });

  test("bad rows are listed page by page", async (trial) => {
    const rows = Array.from(
      { length: 25 },
      (_, i) => `2026-03-31,Nails ${i},x`,
    );
    const good = Array.from(
      { length: 30 },
      (_, i) => `2026-03-31,Nails ${i},-1.00`,
    );
    const found = await importing(
      trial,
      ["Date,Details,Amount", ...good, ...rows, ""].join("\n"),
      "?currency=GBP",
    );
    assert.deepEqual(countsOf(found), {
      rows_read: 55,
      accepted: 30,
      bad_rows: 25,
    });
    assert.equal(found.remarks.length, 20);
    const page = async (query: string) =>
      (await trial.call("GET", `/api/v1/imports/${found.id}/bad-rows${query}`))
        .body as never as {
          data: { line: number }[];
          next_cursor: string | null;
        };
    const first = await page("?limit=15");
    const second = await page(`?limit=15&cursor=${first.next_cursor}`);
    assert.deepEqual(
      [...first.data, ...second.data].map(({ line }) => line),
      rows.map((_, i) => 32 + i),
    );
    assert.equal(second.next_cursor, null);
  });
}
