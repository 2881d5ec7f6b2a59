import assert from "node:assert/strict";
import type { Category } from "../../src/categories/category.ts";
import type { Connection } from "../../src/integrations/connection.ts";
import { ok } from "../../src/kernel/result.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import type { Permit } from "../../src/tenancy/access.ts";
import type { Tenant } from "../../src/tenancy/tenant.ts";
import type { Tx, UnitOfWork } from "../../ports/unit_of_work.ts";
import {
  permitTo,
  sampleCategory,
  sampleConnection,
  sampleNewRecord,
  sampleScope,
  sampleTenant,
} from "../support/samples.ts";

/** A tenant that no other test knows, with the default connection and three categories. */
export interface FreshTenant {
  readonly permit: Permit;
  readonly tenant: Tenant;
  readonly connection: Connection;
  readonly categories: readonly [Category, Category, Category];
  /** Runs one unit that commits, and gives what it returned. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Takes in records made of these parts, under the default connection. */
  admit(parts: readonly Partial<CompanyRecord>[]): Promise<CompanyRecord[]>;
}

export async function freshTenant(
  { uow }: { readonly uow: UnitOfWork },
): Promise<FreshTenant> {
  const tenant = sampleTenant();
  const permit = permitTo("records.write", sampleScope(tenant.id));
  const connection = sampleConnection({ isDefault: true });
  const categories = [
    sampleCategory(),
    sampleCategory(),
    sampleCategory(),
  ] as const;

  async function run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await uow.run(permit, async (tx) => ok(await work(tx)));
    return result.value;
  }

  await run(async (tx) => {
    await tx.tenants.add([tenant]);
    await tx.connections.add([connection]);
    await tx.categories.add(categories);
  });
  return {
    permit,
    tenant,
    connection,
    categories: [...categories],
    run,
    async admit(parts) {
      const added = parts.map((part) =>
        sampleNewRecord({ connectionId: connection.id, ...part })
      );
      const admissions = await run((tx) => tx.records.admit(added));
      assert(admissions.every(({ kind }) => kind === "added"));
      return added.map(({ record }) => record);
    },
  };
}

/** The same entities, by id: what "in any order" compares as. */
export function byId<T extends { readonly id: string }>(
  entities: readonly T[],
): readonly T[] {
  return entities.toSorted((a, b) => a.id < b.id ? -1 : 1);
}
