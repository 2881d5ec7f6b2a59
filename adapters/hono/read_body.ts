import type { Failure } from "../../src/kernel/failure.ts";
import type { Json } from "../../src/kernel/json.ts";
import { fail, ok, type Result } from "../../src/kernel/result.ts";
import type { ApiContext } from "./api_context.ts";
import { checkJson, ITEMS_MAX } from "../../src/kernel/check_json.ts";
import { readYaml } from "./read_yaml.ts";
import { requestFailures } from "./request_failures.ts";

/** Bytes of the largest body that is read. */
export const BODY_BYTES_MAX = 8 * 1024 * 1024;

/** How long a body may take to arrive, unless the service is told otherwise. */
const BODY_MS_MAX = 30_000;

/** A body as sent, and what it says. */
export interface Body {
  readonly text: string;
  readonly value: Json;
}

/** What an operation reads beyond JSON whose lists have up to `ITEMS_MAX` items. */
export interface BodyForm {
  /** YAML as well. */
  readonly yaml?: boolean;
  /** Lists of any length, which it refuses itself. */
  readonly anyLength?: boolean;
}

/** Reads a body once, no further than the limit, and refuses what could not be kept as it was sent. */
export async function readBody(
  c: ApiContext,
  { yaml = false, anyLength = false }: BodyForm,
): Promise<Result<Body, Failure>> {
  const contentType = c.req.header("Content-Type") ?? "";
  const isYaml = yaml && isYamlType(contentType);
  if (!isYaml && !JSON_TYPE.test(contentType.trim())) {
    return fail(
      yaml
        ? requestFailures.neither_json_nor_yaml()
        : requestFailures.wrong_content_type(),
    );
  }
  const bytes = await readBytes(c);
  if (!bytes.ok) return bytes;
  const text = decode(bytes.value);
  if (text === null) return fail(requestFailures.not_utf8());
  const read = isYaml ? parseYaml(text) : parseJson(text);
  if (!read.ok) return read;
  const { value } = read;
  const flaws = checkJson(value, {
    itemsMax: anyLength ? Infinity : ITEMS_MAX,
  });
  return flaws.length > 0
    ? fail(requestFailures.invalid({}, flaws))
    : ok({ text, value });
}

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;
/** RFC 9512, and what was used before it. */
const YAML_TYPE =
  /^(?:application\/yaml|application\/x-yaml|text\/yaml)\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** Whether a body of this content type is read as YAML where that is allowed. */
export function isYamlType(contentType: string): boolean {
  return YAML_TYPE.test(contentType.trim());
}

/** The bytes of a body, no further than the limit, and no longer than it may take. */
export async function readBytes(
  c: ApiContext,
  bytesMax = BODY_BYTES_MAX,
): Promise<Result<Uint8Array<ArrayBuffer>, Failure>> {
  const tooLarge = fail(requestFailures.too_large({ bytes_max: bytesMax }));
  const request = c.req.raw;
  // What the sender says saves reading; what arrives is counted all the same.
  if (Number(request.headers.get("content-length")) > bytesMax) {
    await request.body?.cancel();
    return tooLarge;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isLate = false;
  const reader = request.body?.getReader();
  const msMax = c.get("bodyMsMax") ?? BODY_MS_MAX;
  // What waits for the next part is told that there is none.
  const timer = setTimeout(() => {
    isLate = true;
    // Fails where the sender has gone, which the reading tells.
    void reader?.cancel().then(undefined, () => isLate);
  }, msMax);
  try {
    for (;;) {
      const { done, value } = await reader?.read() ?? { done: true };
      if (done || value === undefined) break;
      length += value.length;
      if (length > bytesMax) {
        await reader?.cancel();
        return tooLarge;
      }
      chunks.push(value);
    }
  } catch {
    // The sender went away in the middle of it; the answer is for the log.
    return fail(requestFailures.cut_off());
  } finally {
    clearTimeout(timer);
  }
  if (isLate) {
    return fail(requestFailures.too_slow({ seconds_max: msMax / 1_000 }));
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return ok(bytes);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function parseJson(text: string): Result<Json, Failure> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) {
      return fail(requestFailures.malformed_json());
    }
    throw error;
  }
}

function parseYaml(text: string): Result<Json, Failure> {
  const read = readYaml(text);
  return "value" in read
    ? ok(read.value)
    : fail(requestFailures.malformed_yaml({ errors: read.errors }));
}
