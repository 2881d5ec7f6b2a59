import type { Failure } from "../../../../src/kernel/failure.ts";
import { checkJson } from "../../../../src/kernel/check_json.ts";
import { fail, ok, type Result } from "../../../../src/kernel/result.ts";
import type { ApiContext } from "../../api_context.ts";
import { readBytes } from "../../read_body.ts";
import { requestFailures } from "../../request_failures.ts";
import type { FormValues } from "./form_state.ts";

/** Bytes of the largest form that is read: none of ours is longer than a page of text. */
const FORM_BYTES_MAX = 256 * 1024;
const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/** The fields of a form that was sent. */
export async function readForm(
  c: ApiContext,
): Promise<Result<FormValues, Failure>> {
  if (!FORM_TYPE.test(c.req.header("Content-Type") ?? "")) {
    return fail(requestFailures.wrong_form_type());
  }
  const bytes = await readBytes(c, FORM_BYTES_MAX);
  if (!bytes.ok) return bytes;
  const values = valuesOf(
    new URLSearchParams(new TextDecoder().decode(bytes.value)),
  );
  const flaws = checkJson(values);
  return flaws.length > 0
    ? fail(requestFailures.invalid({}, flaws))
    : ok(values);
}

/** Browsers send empty fields too, and end lines by CR LF. */
export function valuesOf(params: URLSearchParams): FormValues {
  const filled = [...params]
    .map(([name, value]): [string, string] => [
      name,
      value.replaceAll("\r\n", "\n"),
    ])
    .filter(([, value]) => value.trim() !== "");
  return Object.fromEntries(
    [...Map.groupBy(filled, ([name]) => name)].map(([name, pairs]) => {
      const values = pairs.map(([, value]) => value);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
}
