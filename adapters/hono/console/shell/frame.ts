import type { Deps } from "../../../../ports/deps.ts";
import { ok, type Result } from "../../../../src/kernel/result.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import {
  type Action,
  permit,
  type Role,
} from "../../../../src/tenancy/access.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";
import { readSession } from "../../../../src/tenancy/use_cases/read_session.ts";
import type { Section } from "./console_route.ts";
import { readTenant } from "../../../../src/tenancy/use_cases/read_tenant.ts";

/** What stands around every page: who looks at it, in which company, and what they may do. */
export interface Frame {
  readonly tenantName: string;
  readonly memberName: string;
  readonly role: Role | "agent" | "system";
  /** The sections that the reader may open. */
  readonly nav: readonly { readonly href: string; readonly label: string }[];
  /** Whether the reader may do that now: what they may not do is not shown. The use case asks again. */
  may(action: Action): boolean;
}

/** Reads the frame of whoever is signed in. */
export async function readFrame(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  sections: readonly Section[],
): Promise<Result<Frame, Failure>> {
  const [session, tenant] = await Promise.all([
    readSession(deps, scope),
    readTenant(deps, scope),
  ]);
  if (!session.ok) return session;
  if (!tenant.ok) return tenant;
  const { actor } = scope;
  const may = (action: Action) => permit(scope, action).ok;
  return ok({
    tenantName: tenant.value.name,
    memberName: session.value.member?.name ?? actor.id,
    role: actor.kind === "system" ? "system" : actor.role,
    nav: sections.filter(({ action }) => may(action))
      .map(({ path, label }) => ({ href: `/console${path}`, label })),
    may,
  });
}
