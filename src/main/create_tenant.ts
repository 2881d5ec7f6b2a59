import { createTenant } from "../tenancy/use_cases/create_tenant.ts";
import { argsOrExit, wrongUse } from "./args.ts";
import { compose } from "./compose.ts";
import { configOrExit, exitWith } from "./environment.ts";
import { jsonLog } from "./log.ts";

/** `deno task tenant --name NAME --email OWNER [--owner NAME]`: makes a tenant and prints its first API key, once. */
const USAGE =
  'Usage: deno task tenant --name "Acme Ltd" --email ann@acme.example [--owner "Ann"]';
const { values } = argsOrExit(USAGE, {
  options: {
    name: { type: "string" },
    email: { type: "string" },
    owner: { type: "string" },
  },
});
const { name, email, owner = email } = values;
if (!name?.trim() || !email?.includes("@")) wrongUse(USAGE);
const service = await compose(configOrExit(), jsonLog("error")).catch(exitWith);
const created = await createTenant(service.deps, {
  name: name.trim(),
  ownerEmail: email,
  ownerName: owner ?? email,
});
await service.close();
if (!created.ok) exitWith(new Error(created.failure.title));
console.log(
  `tenant   ${created.value.tenant.id}  ${created.value.tenant.name}`,
);
console.log(`owner    ${created.value.owner.id}  ${created.value.owner.email}`);
console.log(`API key  ${created.value.secret}`);
console.log("The key is shown this once; only its hash is kept.");
