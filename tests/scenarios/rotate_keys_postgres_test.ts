import assert from "node:assert/strict";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { webCryptoSealer } from "../../adapters/web_crypto/sealer.ts";
import { ok } from "../../src/kernel/result.ts";
import { randomIds } from "../../adapters/system/ids.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { freshPostgres } from "../support/databases.ts";
import { permitTo, SAMPLE_AT, sampleConnection } from "../support/samples.ts";
import { runCommand } from "../support/service_process.ts";
import { value } from "../support/trial.ts";

const key = (id: string, fill: number) => ({
  id,
  bytes: new Uint8Array(32).fill(fill),
});
const told = ({ id, bytes }: ReturnType<typeof key>) =>
  `${id}:${bytes.toBase64()}`;

Deno.test("deno task rotate-keys seals by the newest key what earlier ones sealed, and says what none opens", async () => {
  const { sql, url, drop } = await freshPostgres();
  try {
    const uow = postgresUnitOfWork(sql, { clock: systemClock() });
    const deps = { uow, clock: systemClock(), ids: randomIds() };
    const { tenant } = value(
      await createTenant(deps, {
        name: "Foxglove Joinery",
        ownerEmail: "ann@foxglove.example",
        ownerName: "Ann",
      }),
    );
    const connection = sampleConnection();
    const place = (name: string) => ({
      tenantId: tenant.id,
      connectionId: connection.id,
      name,
    });
    const old = await webCryptoSealer([key("k1", 1)]);
    const lost = await webCryptoSealer([key("k0", 0)]);
    const secrets = await Promise.all(
      ([["access", old], ["refresh", old], ["lost", lost]] as const).map(
        async ([name, sealer]) => ({
          connectionId: connection.id,
          name,
          keyId: sealer.keyId,
          sealed: await sealer.seal(`token ${name}`, place(name)),
          sealedAt: SAMPLE_AT,
        }),
      ),
    );
    const permit = permitTo("jobs.run", openTaskScope(tenant.id, "test"));
    await uow.run(permit, async (tx) => {
      await tx.connections.add([{ ...connection, isDefault: false }]);
      await tx.connectionSecrets.put(secrets);
      return ok(null);
    });

    const rotate = (keys: string) =>
      runCommand(["src/main/rotate_keys.ts"], {
        DATABASE_URL: url,
        BALANCE_SEALING_KEYS: keys,
      });
    const first = await rotate([key("k2", 2), key("k1", 1)].map(told).join());
    const lines = first.stdout.trimEnd().split("\n");
    assert.deepEqual(lines, [
      `${tenant.id} ${connection.id} lost: no key opens it`,
      '{"key":"k2","resealed":2,"overtaken":0,"unopened":1}',
    ]);
    assert.equal(first.code, 1);
    assert(!first.stdout.includes("token "));

    await sql`delete from connection_secrets where name = 'lost'`;
    const again = await rotate(told(key("k2", 2)));
    assert.deepEqual([again.code, again.stdout.trimEnd()], [
      0,
      '{"key":"k2","resealed":0,"overtaken":0,"unopened":0}',
    ]);
    const after = await webCryptoSealer([key("k2", 2)]);
    const { value: left } = await uow.run(
      permit,
      async (tx) => ok(await tx.connectionSecrets.of([connection.id])),
    );
    const opened = await Promise.all(
      left.map(({ name, sealed }) => after.open(sealed, place(name))),
    );
    assert.deepEqual(opened, [
      { ok: true, value: "token access" },
      { ok: true, value: "token refresh" },
    ]);

    const wrong = await rotate("k2:short");
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /BALANCE_SEALING_KEYS must be ID:BASE64/);
    assert(!wrong.stderr.includes("short"));
  } finally {
    await drop();
  }
});
