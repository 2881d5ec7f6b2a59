import assert from "node:assert/strict";
import { webCryptoSealer } from "../../adapters/web_crypto/sealer.ts";
import { createEndpoint } from "../../src/notifications/use_cases/create_endpoint.ts";
import { readEndpoint } from "../../src/notifications/use_cases/read_endpoint.ts";
import { resealEndpoints } from "../../src/notifications/use_cases/reseal_endpoints.ts";
import { rotateEndpointSecret } from "../../src/notifications/use_cases/rotate_endpoint_secret.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { openTrial, value } from "../support/trial.ts";

const key = (n: number) =>
  ({ id: `k${n}`, bytes: new Uint8Array(32).fill(n) }) as const;

Deno.test("what an old key sealed of an endpoint the newest seals anew, in an overlap both secrets", async () => {
  const old = await webCryptoSealer([key(1)]);
  const trial = await openTrial({ notices: { sealer: old } });
  const { deps, scope } = trial;
  const { endpoint, secret } = value(
    await createEndpoint(deps, scope, {
      url: "https://a.example/",
      description: "",
      kinds: ["rule_flagged"],
    }),
  );
  const { secret: newer } = value(
    await rotateEndpointSecret(deps, scope, endpoint.id, { overlapMs: 1_000 }),
  );
  const task = openTaskScope(scope.tenantId, "rotate_keys");
  const both = await webCryptoSealer([key(2), key(1)]);
  assert.deepEqual(value(await resealEndpoints(deps, both, task)), {
    resealed: 2,
    unopened: [],
  });
  const again = value(await resealEndpoints(deps, both, task));
  assert.equal(again.resealed, 0);
  const alone = await webCryptoSealer([key(2)]);
  const { secrets } = value(await readEndpoint(deps, scope, endpoint.id));
  const opened = await Promise.all(
    secrets.map(({ sealed }) =>
      alone.open(sealed, {
        tenantId: scope.tenantId,
        connectionId: endpoint.id,
        name: "signing",
      })
    ),
  );
  assert.deepEqual(opened.map(value), [newer, secret]);
  const stranger = await webCryptoSealer([key(3)]);
  const left = value(await resealEndpoints(deps, stranger, task));
  assert.deepEqual(left, {
    resealed: 0,
    unopened: [endpoint.id, endpoint.id],
  });
});
