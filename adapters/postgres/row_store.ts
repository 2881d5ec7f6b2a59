import { pageOf } from "../../src/kernel/page.ts";
import type { Entity, PagedStore } from "../../ports/store.ts";
import { instantOf, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { StaleVersion } from "./lost_race.ts";

/** Which column holds which field; every field of the entity has one. */
export type Columns<T> = { readonly [Field in keyof T]: string };

/** The entity that a row holds. */
export function entityOf<T>(
  columns: Columns<T>,
  row: Record<string, unknown>,
): T {
  return Object.fromEntries(
    Object.entries<string>(columns).map(([field, name]) => {
      const value = row[name];
      return [field, value instanceof Date ? instantOf(value) : value];
    }),
  ) as unknown as T;
}

/** The row that an entity is kept as. */
export function rowOf<T>(columns: Columns<T>, entity: T) {
  return Object.fromEntries(
    Object.entries<string>(columns).map((
      [field, name],
    ) => [name, entity[field as keyof T]]),
  );
}

/** A tenant's entities in `table`, whose column types say how fields are kept. */
export function rowStore<T extends Entity>(
  sql: Transaction,
  table: string,
  columns: Columns<T>,
): PagedStore<T> {
  const names = Object.values<string>(columns);
  const changing = names.filter((name) => name !== "id" && name !== "version");

  const toRows = (entities: readonly T[]) =>
    jsonb(
      sql,
      entities.map((entity) => rowOf(columns, entity)),
    );
  const fromRow = (row: Record<string, unknown>) => entityOf(columns, row);

  return {
    async add(entities) {
      if (entities.length === 0) return;
      await sql`
        insert into ${sql(table)} (${sql(names)})
        select ${sql(names)}
        from jsonb_populate_recordset(null::${sql(table)}, ${
        toRows(entities)
      })`;
    },
    async find(ids) {
      if (ids.length === 0) return [];
      const rows = await sql`
        select ${sql(names)} from ${sql(table)} where id = any(${[...ids]})`;
      return rows.map(fromRow);
    },
    async all() {
      const rows = await sql`
        select ${sql(names)} from ${sql(table)} order by id`;
      return rows.map(fromRow);
    },
    async list({ limit, cursor }) {
      const rows = await sql`
        select ${sql(names)} from ${sql(table)}
        ${cursor === null ? sql`` : sql`where id < ${cursor}`}
        order by id desc limit ${limit + 1}`;
      return pageOf(rows.map(fromRow), limit, ({ id }) => id);
    },
    async save(entities) {
      if (entities.length === 0) return;
      const { count } = await sql`
        update ${sql(table)} as kept
        set version = kept.version + 1,
          (${sql(changing)}) = row(${
        sql(changing.map((name) => `given.${name}`))
      })
        from jsonb_populate_recordset(null::${sql(table)}, ${
        toRows(entities)
      }) as given
        where kept.id = given.id and kept.version = given.version`;
      if (count < entities.length) {
        throw new StaleVersion(`${table} were changed in the meantime`);
      }
    },
  };
}
