import jsonata from "jsonata";
import type { PayloadMapper } from "../../ports/payload_mapper.ts";
import {
  EXPRESSION_LENGTH_MAX,
  mappingFailures,
} from "../../src/integrations/mapping.ts";
import type { Json } from "../../src/kernel/json.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { distinct } from "./distinct.ts";
import { forbiddenPart } from "./forbidden_part.ts";
import {
  isFunction,
  ITEMS_MAX,
  LinearRegExp,
  TooMuch,
  watch,
} from "./bounds.ts";

/** Levels of an expression's evaluation; a path of names takes about two each. */
const STACK_MAX = 200;
/** Steps are counted, but one may go through a long list of the payload's: so long they may take in all. */
const TIME_MAX_MS = 1_000;

/**
 * Mappings in JSONata 2. An expression is somebody else's program: it is bounded in steps, depth and size, its patterns
 * take time linear in the text, and what would make it tell something else tomorrow (clock, chance) is not there.
 */
export function jsonataMapper(): PayloadMapper {
  return {
    read(expression) {
      if (expression.length > EXPRESSION_LENGTH_MAX) {
        return fail(mappingFailures.wrong_expression({
          why: `is longer than ${EXPRESSION_LENGTH_MAX} characters`,
        }));
      }
      const compiled = compile(expression);
      if ("why" in compiled) {
        return fail(mappingFailures.wrong_expression(factsOf(compiled)));
      }
      return ok({
        async apply(payload) {
          // Bounds are counted for one evaluation.
          const own = compile(expression);
          if ("why" in own) throw new Error("it compiled before");
          try {
            watch(own, payload);
            return ok(plain(await own.evaluate(payload)));
          } catch (error) {
            return isTooMuch(error)
              ? fail(mappingFailures.too_much())
              : fail(mappingFailures.failed(factsOf(error)));
          }
        },
      });
    },
  };
}

function compile(
  expression: string,
): jsonata.Expression | { readonly why: string } {
  try {
    const compiled = jsonata(expression, {
      RegexEngine: LinearRegExp as unknown as RegExpConstructor,
      stack: STACK_MAX,
      timeout: TIME_MAX_MS,
      sequence: ITEMS_MAX,
    });
    compiled.registerFunction("distinct", distinct);
    const why = forbiddenPart(compiled.ast());
    return why === null ? compiled : { why };
  } catch (error) {
    return { why: "cannot be read", ...factsOf(error) };
  }
}

/** A copy that is JSON and nothing else: what JSONata gives has marks of its own, and may have functions in it. */
function plain(made: unknown): Json | undefined {
  const text = JSON.stringify(
    made,
    (_, value) => {
      // JSON would make null of it, without a word.
      if (typeof value === "number" && !Number.isFinite(value)) {
        throw Object.assign(new Error(), { why: "makes a number without end" });
      }
      return typeof value === "object" && value !== null && isFunction(value)
        ? undefined
        : value;
    },
  );
  return text === undefined ? undefined : JSON.parse(text);
}

/** Where and by which code of JSONata's it went wrong; its message may quote the payload. */
function factsOf(error: unknown): Record<string, Json> {
  const { code, position, why } = (error ?? {}) as Record<string, unknown>;
  return {
    ...typeof why === "string" && { why },
    ...typeof code === "string" && /^[A-Z]\d{4}$/.test(code) && { code },
    ...typeof position === "number" && { position },
  };
}

const TOO_MUCH_CODES = new Set(["D1011", "D1012", "D2014", "D2015"]);

function isTooMuch(error: unknown): boolean {
  return error instanceof TooMuch || error instanceof RangeError ||
    TOO_MUCH_CODES.has(String((error as { code?: unknown } | null)?.code));
}
