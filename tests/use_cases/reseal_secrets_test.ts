import assert from "node:assert/strict";
import { webCryptoSealer } from "../../adapters/web_crypto/sealer.ts";
import type { Sealer } from "../../ports/sealer.ts";
import type { SealedSecret } from "../../src/integrations/sealed_secret.ts";
import { resealSecrets } from "../../src/integrations/use_cases/reseal_secrets.ts";
import { ok } from "../../src/kernel/result.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { permitTo, SAMPLE_AT, sampleConnection } from "../support/samples.ts";
import { openTrial, value } from "../support/trial.ts";

const OLD = { id: "k1", bytes: new Uint8Array(32).fill(1) };
const NEW = { id: "k2", bytes: new Uint8Array(32).fill(2) };
const LOST = { id: "k0", bytes: new Uint8Array(32).fill(3) };

/** A tenant with five secrets sealed by an old key, and one that no key opens. */
async function openSealed() {
  const { deps, scope } = await openTrial();
  const connection = sampleConnection();
  const { tenantId } = scope;
  const place = (name: string) => ({
    tenantId,
    connectionId: connection.id,
    name,
  });
  const [old, lost] = [
    await webCryptoSealer([OLD]),
    await webCryptoSealer([LOST]),
  ];
  const sealed = async (
    sealer: Sealer,
    name: string,
  ): Promise<SealedSecret> => ({
    connectionId: connection.id,
    name,
    keyId: sealer.keyId,
    sealed: await sealer.seal(`token ${name}`, place(name)),
    sealedAt: SAMPLE_AT,
  });
  const names = ["a", "b", "c", "d", "e"];
  const secrets = [
    ...await Promise.all(names.map((name) => sealed(old, name))),
    await sealed(lost, "lost"),
  ];
  const permit = permitTo("jobs.run", openTaskScope(tenantId, "x"));
  await deps.uow.run(permit, async (tx) => {
    await tx.connections.add([connection]);
    await tx.connectionSecrets.put(secrets);
    return ok(null);
  });
  const after = await webCryptoSealer([NEW]);
  return {
    deps,
    task: openTaskScope(tenantId, "rotate_keys"),
    connectionId: connection.id,
    /** What the newest key alone opens. */
    async opened(): Promise<readonly string[]> {
      const { value: left } = await deps.uow.run(
        permit,
        async (tx) => ok(await tx.connectionSecrets.of([connection.id])),
      );
      const texts = await Promise.all(
        left.map(({ name, sealed }) => after.open(sealed, place(name))),
      );
      return texts.flatMap((text) => text.ok ? [text.value] : []);
    },
  };
}

const TOKENS = ["a", "b", "c", "d", "e"].map((name) => `token ${name}`);

Deno.test("what earlier keys sealed is sealed by the newest; what none opens is told and stays", async () => {
  const { deps, task, opened, connectionId } = await openSealed();
  const sealer = await webCryptoSealer([NEW, OLD]);
  assert.deepEqual(await opened(), []);
  assert.deepEqual(value(await resealSecrets(deps, sealer, task, 2)), {
    resealed: 5,
    overtaken: 0,
    unopened: [{ connectionId, name: "lost" }],
  });
  assert.deepEqual(await opened(), TOKENS);
  const again = value(await resealSecrets(deps, sealer, task, 2));
  assert.equal(again.resealed, 0);
});

Deno.test("sealing anew ends the same wherever it was ended before", async () => {
  for (const when of ["before", "inside", "after"] as CrashPoint[]) {
    for (let nth = 1;; nth++) {
      const { deps, task, opened } = await openSealed();
      const sealer = await webCryptoSealer([NEW, OLD]);
      const fate = dying(deps.uow, nth, when);
      await untilDone(() =>
        resealSecrets({ ...deps, uow: fate.uow }, sealer, task, 2)
      );
      if (!fate.died()) break;
      assert.deepEqual(await opened(), TOKENS, `${when} ${nth}`);
    }
  }
});
