import { signInLink } from "../../adapters/hono/sign_in_page/sign_in_link.ts";
import { issueSignIn } from "../tenancy/use_cases/issue_sign_in.ts";
import { isId } from "../kernel/ids.ts";
import { argsOrExit, wrongUse } from "./args.ts";
import { compose } from "./compose.ts";
import { configOrExit, exitWith } from "./environment.ts";
import { jsonLog } from "./log.ts";

/** `deno task sign-in --tenant ID --email MEMBER`: prints a link with which that member signs in once. */
const USAGE =
  "Usage: deno task sign-in --tenant ten_… --email ann@acme.example";
const { values } = argsOrExit(USAGE, {
  options: { tenant: { type: "string" }, email: { type: "string" } },
});
const { tenant = "", email = "" } = values;
if (!isId("ten", tenant) || !email.includes("@")) wrongUse(USAGE);
const config = configOrExit();
const service = await compose(config, jsonLog("error")).catch(exitWith);
const issued = await issueSignIn(service.deps, tenant, email);
await service.close();
if (!issued.ok) exitWith(new Error(issued.failure.title));
const { member, code, expiresAt } = issued.value;
const { host, port } = config.http;
const origin = config.publicUrl ??
  `http://${host === "127.0.0.1" ? "localhost" : host}:${port}`;
console.log(`member   ${member.id}  ${member.email}`);
console.log(`until    ${expiresAt}, once`);
console.log(`link     ${signInLink(origin, code)}`);
console.log("Whoever opens it is that member: hand it to nobody else.");
