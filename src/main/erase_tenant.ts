import { isId } from "../kernel/ids.ts";
import { eraseTenant } from "../privacy/use_cases/erase_tenant.ts";
import { requestTenantErasure } from "../privacy/use_cases/request_tenant_erasure.ts";
import { openTaskScope } from "../tenancy/use_cases/open_task_scope.ts";
import { argsOrExit, wrongUse } from "./args.ts";
import { compose } from "./compose.ts";
import { configOrExit, exitWith } from "./environment.ts";
import { jsonLog } from "./log.ts";

/** `deno task erase-tenant --tenant ten_… --confirm NAME`: erases a tenant now, and waits until it is done. */
const USAGE =
  'Usage: deno task erase-tenant --tenant ten_… --confirm "Acme Ltd"';
const { values: { tenant, confirm } } = argsOrExit(USAGE, {
  options: { tenant: { type: "string" }, confirm: { type: "string" } },
});
if (tenant === undefined || !isId("ten", tenant) || confirm === undefined) {
  wrongUse(USAGE);
}
const { deps, close } = await compose(configOrExit(), jsonLog("error"))
  .catch(exitWith);
const scope = openTaskScope(tenant, "erase_tenant");
try {
  const asked = await requestTenantErasure(deps, scope, confirm);
  if (!asked.ok) exitWith(new Error(asked.failure.title));
  // The job that follows is among what is erased.
  const erased = await eraseTenant(deps, scope, { id: "" });
  if (!erased.ok) exitWith(new Error(erased.failure.title));
  console.log(`${tenant} is erased; its chain of events stays, without texts`);
} catch (error) {
  exitWith(error);
} finally {
  await close();
}
