import type { Deps } from "../../../../ports/deps.ts";
import { actorId, type Scope } from "../../../../src/tenancy/scope.ts";
import type { ApiContext } from "../../api_context.ts";
import { answeringOnce, repeatable } from "../../idempotency.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { requestFailures } from "../../request_failures.ts";
import { type FormState, type FormValues, refusedForm } from "./form_state.ts";
import { onceIn, withoutOnce } from "./once.tsx";

/** `deps` with which one unit of work happens once for the form that was opened, however often it is sent. */
export function sendingOnce(
  c: ApiContext,
  { deps, scope, sent }: {
    readonly deps: Deps;
    readonly scope: Scope;
    readonly sent: FormValues;
  },
): Deps {
  const key = onceIn(sent);
  if (key === null) return deps;
  const { uow } = answeringOnce(
    deps.uow,
    repeatable({
      key,
      actor: actorId(scope),
      method: c.req.method,
      path: c.req.path,
      content: () => [JSON.stringify(Object.entries(sent).toSorted())],
    }),
  );
  return { ...deps, uow };
}

/** The refused form. One that was acted upon before, with other content, comes back as another form. */
export function toldOnForm(
  sent: FormValues,
  failure: Failure,
): { readonly form: FormState; readonly failure: Failure } {
  if (failure.kind !== "idempotency.reused") {
    return { form: refusedForm(sent, failure), failure };
  }
  const told = requestFailures.form_sent_before();
  return { form: refusedForm(withoutOnce(sent), told), failure: told };
}
