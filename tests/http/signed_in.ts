import assert from "node:assert/strict";
import { issueSignIn } from "../../src/tenancy/use_cases/issue_sign_in.ts";
import { value } from "../support/trial.ts";
import type { Answered } from "./http_client.ts";
import type { HttpTrial } from "./tests_on.ts";

export const SESSION = "/api/v1/session";

/** What `deno task sign-in` would print the link of. */
export async function signInCode(
  { deps, tenant }: HttpTrial,
  email: string,
): Promise<string> {
  return value(await issueSignIn(deps, tenant.id, email)).code;
}

/** The session token of a member who signs in. */
export async function tokenOf(
  trial: HttpTrial,
  email: string,
): Promise<string> {
  const code = await signInCode(trial, email);
  const body = { code, as: "bearer" };
  const answer = await trial.as(null)("POST", SESSION, body);
  assert.equal(answer.status, 201, answer.text);
  return answer.body["token"]!;
}

/** Adds a member of that role; tells the id and the address. */
export async function memberOf(
  { call }: HttpTrial,
  role: string,
): Promise<{ readonly id: string; readonly email: string }> {
  const email = `${role}@foxglove.example`;
  const made = await call("POST", "/api/v1/members", {
    email,
    name: role,
    role,
  });
  assert.equal(made.status, 201, made.text);
  return { id: made.body["id"]!, email };
}

/** The status and the kind of problem. */
export function told({ status, body }: Answered): readonly [number, string?] {
  const kind = status < 400 ? undefined : body["type"]?.split("#")[1];
  return kind === undefined ? [status] : [status, kind];
}
