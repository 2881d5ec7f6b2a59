import assert from "node:assert/strict";
import { nameOf } from "../../adapters/opentelemetry/statement_name.ts";

Deno.test("a statement is named by what it does and to which table", () => {
  for (
    const [statement, name] of [
      ["select id from records where id = $1", "select records"],
      ['\n  select "id" from "tenants" order by id', "select tenants"],
      [
        "select x from unnest($1::text[]) as a join near on true",
        "select near",
      ],
      ["select set_config('role', 'x', true)", "select"],
      ["insert into outbox (id) select id from given", "insert outbox"],
      ["INSERT INTO outbox (id) values ($1)", "insert outbox"],
      ["delete from outbox where id = $1", "delete outbox"],
      ["select seq from event_heads for update", "select event_heads"],
      ["select 1 from a for update skip locked", "select a"],
      [
        "with given as (select * from rows) update records as r set x = 1",
        "update records",
      ],
      ["", "SQL"],
    ] as const
  ) {
    assert.equal(nameOf(statement), name);
  }
});
