import type { TryMapping } from "../../../../src/integrations/use_cases/try_mapping.ts";
import { parsePayload } from "../../../../src/integrations/parse_payload.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { isId } from "../../../../src/kernel/ids.ts";
import { fail, ok, type Result } from "../../../../src/kernel/result.ts";
import { requestFailures } from "../../request_failures.ts";
import type { FormValues } from "../shell/form_state.ts";

/** What a form wants a mapping tried on: a payload that was kept, else the JSON that was written. */
export function payloadAsked(
  values: FormValues,
): Result<TryMapping["on"], Failure> {
  const { payload_id: id, payload } = values;
  if (typeof id === "string" && isId("pay", id)) return ok({ payloadId: id });
  if (typeof payload !== "string") return wrong("is missing");
  try {
    return ok({ payload: parsePayload(payload) });
  } catch (error) {
    if (error instanceof SyntaxError) return wrong("is not JSON");
    throw error;
  }
}

function wrong(detail: string): Result<never, Failure> {
  return fail(requestFailures.invalid({}, [{ pointer: "/payload", detail }]));
}
