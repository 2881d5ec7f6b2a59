import { isId } from "../kernel/ids.ts";
import { linkOrganisation } from "../tenancy/use_cases/link_organisation.ts";
import { argsOrExit, wrongUse } from "./args.ts";
import { compose } from "./compose.ts";
import { configOrExit, exitWith } from "./environment.ts";
import { jsonLog } from "./log.ts";

/** `deno task link-organisation --tenant TENANT --organisation ORGANISATION`: lets the people of Clerk's organisation into a tenant. */
const USAGE =
  "Usage: deno task link-organisation --tenant ten_… --organisation org_…";
const { values } = argsOrExit(USAGE, {
  options: {
    tenant: { type: "string" },
    organisation: { type: "string" },
  },
});
const { tenant: tenantId = "", organisation = "" } = values;
if (!isId("ten", tenantId) || !/^org_\w{1,100}$/.test(organisation)) {
  wrongUse(USAGE);
}
const service = await compose(configOrExit(), jsonLog("error")).catch(exitWith);
const linked = await linkOrganisation(service.deps, {
  tenantId,
  provider: "clerk",
  organisation,
});
await service.close();
if (!linked.ok) exitWith(new Error(linked.failure.title));
console.log(`${tenantId} is linked to ${organisation}`);
