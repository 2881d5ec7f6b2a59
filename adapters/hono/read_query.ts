import type { z } from "@hono/zod-openapi";
import type { Failure, Flaw } from "../../src/kernel/failure.ts";
import type { Json } from "../../src/kernel/json.ts";
import { fail, ok, type Result } from "../../src/kernel/result.ts";
import type { ApiContext } from "./api_context.ts";
import { checkJson } from "../../src/kernel/check_json.ts";
import { readBy } from "./flaws_in.ts";
import { requestFailures } from "./request_failures.ts";

/** The query as its schema reads it; without one no parameter is taken. */
export function readQuery<Q extends z.ZodObject>(
  schema: Q | undefined,
  c: ApiContext,
): Result<z.output<Q>, Failure> {
  const { searchParams } = new URL(c.req.url);
  const sent: Record<string, Json> = Object.fromEntries(
    [...Map.groupBy(searchParams, ([name]) => name)].map(([name, pairs]) => {
      const values = pairs.map(([, value]) => value);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
  const unfit = checkJson(sent);
  if (unfit.length > 0) return wrongQuery(unfit);
  if (!schema) {
    const names = Object.keys(sent);
    return names.length === 0 ? ok({} as z.output<Q>) : wrongQuery(
      names.map((parameter) => ({
        pointer: `/${parameter}`,
        detail: "is not a known parameter",
      })),
    );
  }
  const read = readBy(schema, sent);
  return read.ok ? ok(read.value) : wrongQuery(read.flaws);
}

/** Flaws of a query or a header name the parameter instead of a place in the body. */
function wrongQuery(flaws: readonly Flaw[]): Result<never, Failure> {
  return fail(requestFailures.invalid({
    errors: flaws.map(({ pointer, detail }) => ({
      parameter: pointer.split("/")[1] ?? "",
      detail,
    })),
  }));
}
