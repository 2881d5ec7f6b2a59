import { resealSecrets } from "../integrations/use_cases/reseal_secrets.ts";
import { resealEndpoints } from "../notifications/use_cases/reseal_endpoints.ts";
import { openTaskScope } from "../tenancy/use_cases/open_task_scope.ts";
import { argsOrExit } from "./args.ts";
import { compose } from "./compose.ts";
import { configOrExit, exitWith } from "./environment.ts";
import { jsonLog } from "./log.ts";
import { openSealer } from "./open_sealer.ts";

/**
 * `deno task rotate-keys`: seals with the newest key of BALANCE_SEALING_KEYS what earlier ones sealed, while the service
 * runs; the last line is what came of it as JSON. Code 1 where a secret could not be opened.
 */
argsOrExit("Usage: deno task rotate-keys", { options: {} });
const config = configOrExit();
const { deps, close } = await compose(config, jsonLog("error")).catch(exitWith);
try {
  const sealer = await openSealer(config);
  if (!sealer) throw new Error("BALANCE_SEALING_KEYS is missing");
  let [resealed, overtaken, unopened] = [0, 0, 0];
  for (const tenantId of await deps.directory.tenantIds()) {
    const scope = openTaskScope(tenantId, "rotate_keys");
    const done = await resealSecrets(deps, sealer, scope);
    if (!done.ok) throw new Error(done.failure.title);
    resealed += done.value.resealed;
    overtaken += done.value.overtaken;
    unopened += done.value.unopened.length;
    for (const { connectionId, name } of done.value.unopened) {
      console.log(`${tenantId} ${connectionId} ${name}: no key opens it`);
    }
    const endpoints = await resealEndpoints(deps, sealer, scope);
    if (!endpoints.ok) throw new Error(endpoints.failure.title);
    resealed += endpoints.value.resealed;
    unopened += endpoints.value.unopened.length;
    for (const endpointId of endpoints.value.unopened) {
      console.log(`${tenantId} ${endpointId}: no key opens a secret of it`);
    }
  }
  console.log(
    JSON.stringify({ key: sealer.keyId, resealed, overtaken, unopened }),
  );
  if (unopened > 0) Deno.exitCode = 1;
} catch (error) {
  exitWith(error);
} finally {
  await close();
}
