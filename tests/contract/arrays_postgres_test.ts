import assert from "node:assert/strict";
import { freshPostgres } from "../support/databases.ts";

Deno.test("lists of texts come back as they were sent", async () => {
  const { sql, drop } = await freshPostgres({ empty: true });
  try {
    const lists = [
      [],
      [""],
      [null, "null", "NULL", null],
      ["a", "b c", "d,e", "{f}", 'g"h', "i\\j", '\\"', " ", "\n", "ж"],
    ];
    for (const list of lists) {
      const [row] = await sql`
        select ${list}::text[] as list, cardinality(${list}::text[]) as length`;
      assert.deepEqual([row!.list, row!.length], [list, list.length]);
    }
  } finally {
    await drop();
  }
});

Deno.test("lists of numbers and times arrive as such", async () => {
  const { sql, drop } = await freshPostgres({ empty: true });
  try {
    const at = "2026-11-25T13:00:00.123Z";
    const rows = await sql`
      select *, pg_typeof(i) as type from unnest(
        ${[1, -2, null] as never}::integer[],
        ${["9007199254740993", 5n, null] as never}::bigint[],
        ${[0.1, -1e300, null] as never}::double precision[],
        ${[at, new Date(at), null] as never}::timestamptz[]
      ) as given (i, b, d, t)`;
    const time = new Date(at);
    assert.deepEqual([...rows], [
      { i: 1, b: "9007199254740993", d: 0.1, t: time, type: "integer" },
      { i: -2, b: "5", d: -1e300, t: time, type: "integer" },
      { i: null, b: null, d: null, t: null, type: "integer" },
    ]);
  } finally {
    await drop();
  }
});
