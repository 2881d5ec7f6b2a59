import { createTenant } from "../tenancy/use_cases/create_tenant.ts";
import { argumentsOrExit } from "./arguments.ts";
import { compose } from "./compose.ts";
import { configOrExit, exitWith } from "./environment.ts";
import { jsonLog } from "./log.ts";

/** `deno task tenant --name NAME --email OWNER [--owner NAME]`: makes a tenant and prints its first API key, once. */
const USAGE =
  'deno task tenant --name "Acme Ltd" --email ann@acme.example [--owner "Ann"]';
const values = argumentsOrExit({
  name: { type: "string" },
  email: { type: "string" },
  owner: { type: "string" },
}, USAGE);
const { name, email, owner = email } = values;
if (!name?.trim() || !email?.includes("@")) {
  console.error(`Usage: ${USAGE}`);
  Deno.exit(2);
}
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
