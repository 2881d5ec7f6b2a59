import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { endpointFailures } from "../endpoint.ts";

/** Refuses an address that no message will ever be sent to, before anybody waits for one. */
export function checkAddress(
  { outgoing }: Pick<Deps, "outgoing">,
  url: string,
): Result<null, Failure<"endpoint.address_refused">> {
  const checked = outgoing.check(url);
  if (checked.ok) return ok(null);
  const detail = `cannot be reached from here: ${checked.failure.facts["why"]}`;
  return fail(
    endpointFailures.address_refused({}, [{ pointer: "/url", detail }]),
  );
}
