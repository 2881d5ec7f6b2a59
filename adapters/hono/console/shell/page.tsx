import type { z } from "@hono/zod-openapi";
import type { Child } from "hono/jsx";
import type { Deps } from "../../../../ports/deps.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { type Id, isId } from "../../../../src/kernel/ids.ts";
import { fail, ok, type Result } from "../../../../src/kernel/result.ts";
import { type Action, permit } from "../../../../src/tenancy/access.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";
import { readBy } from "../../flaws_in.ts";
import { answerPage, errorPage } from "./answer_page.tsx";
import type { ConsoleAsked, ConsoleRoute } from "./console_route.ts";
import {
  flawsByField,
  type FormState,
  type FormValues,
  NOTHING_SENT,
} from "./form_state.ts";
import type { Frame } from "./frame.ts";
import { valuesOf } from "./read_form.ts";

/** What a page is shown for. */
export interface PageAsked<P extends string, Q> {
  readonly deps: Deps;
  readonly scope: Scope;
  readonly frame: Frame;
  readonly id: Id<P>;
  /** The address's query as the schema reads it. */
  readonly query: Q;
  /** The form of the page as it was sent and refused; empty where the page is merely opened. */
  readonly form: FormState;
  /** The query as it was sent, for the form that it comes from. */
  readonly filter: FormState;
  /** Path and query of this very page. */
  readonly here: URL;
  /** Where browsers reach this service. */
  readonly origin: string;
}

/** A page's own part. */
export interface Shown {
  readonly title: string;
  readonly body: Child;
  /**
   * What comes after the body and may take longer: the page begins to be sent, and is seen, before it is there. What
   * fails then is told in its place.
   */
  rest?(): Promise<Result<Child, Failure>>;
  /** One sentence below the title. */
  readonly lead?: Child;
  /** Links and buttons beside the title. */
  readonly tools?: Child;
  /** Where the page stands, outermost first. */
  readonly trail?: readonly { readonly href: string; readonly label: string }[];
}

/** A page of the console, which a form can show once more with what is wrong. */
export interface ConsolePage extends ConsoleRoute {
  /** Answers with the page, the form as it was sent on it; without a failure it is merely another form. */
  again(
    asked: ConsoleAsked,
    form: FormState,
    failure: Failure | null,
  ): Promise<Response>;
}

/** How a page is made. */
interface PageOptions<P extends string, Q extends z.ZodObject> {
  /** Below `/console`; its only parameter is `{id}`. */
  readonly path: `/${string}`;
  readonly action: Action;
  readonly expensive?: true | string;
  /** The kind of id in the path, and the failure when it is not there. */
  readonly id?: { readonly prefix: P; missing(id: string): Failure };
  /** What the query may hold: all of it text, and none of it needed. */
  readonly query?: Q;
  show(asked: PageAsked<P, z.output<Q>>): Promise<Result<Shown, Failure>>;
}

/** Makes a page: permission first, then what the address says, then what is shown. */
export function page<P extends string, Q extends z.ZodObject>(
  options: PageOptions<P, Q>,
): ConsolePage {
  const { path, action, expensive } = options;
  async function answer(
    asked: ConsoleAsked,
    sent: FormState | null,
    failure: Failure | null,
  ): Promise<Response> {
    const { c, deps, scope, frame } = asked;
    const allowed = permit(scope, action);
    if (!allowed.ok) return errorPage(c, allowed.failure, frame);
    const id = idIn(asked, options.id);
    if (!id.ok) return errorPage(c, id.failure, frame);
    const here = new URL(c.req.url);
    const { query, filter } = readQuery(
      options.query,
      valuesOf(here.searchParams),
    );
    const shown = await options.show({
      deps,
      scope,
      frame,
      id: id.value,
      query,
      form: sent ?? NOTHING_SENT,
      filter,
      here,
      origin: c.get("origin")!,
    });
    return shown.ok
      ? answerPage(asked, shown.value, failure, sent !== null)
      : errorPage(c, shown.failure, frame, sent?.values);
  }
  return {
    method: "get",
    path,
    action,
    ...expensive && { expensive },
    respond: (asked) => answer(asked, null, null),
    again: answer,
  };
}

/** The id in the address, of that kind. */
export function idIn<P extends string>(
  { c }: ConsoleAsked,
  kind: PageOptions<P, z.ZodObject>["id"],
): Result<Id<P>, Failure> {
  const id = c.req.param("id") ?? "";
  return kind && !isId(kind.prefix, id)
    ? fail(kind.missing(id))
    : ok(id as Id<P>);
}

/** What of the query can be read; the rest is told at the fields, and what is not known is left out. */
function readQuery<Q extends z.ZodObject>(
  schema: Q | undefined,
  values: FormValues,
): { readonly query: z.output<Q>; readonly filter: FormState } {
  if (!schema) return { query: {} as z.output<Q>, filter: NOTHING_SENT };
  const known = Object.fromEntries(
    Object.entries(values).filter(([name]) => name in schema.shape),
  );
  const read = readBy(schema, known);
  if (read.ok) {
    return { query: read.value, filter: { ...NOTHING_SENT, values: known } };
  }
  const flaws = flawsByField(read.flaws);
  const rest = readBy(
    schema,
    Object.fromEntries(
      Object.entries(known).filter(([name]) => !flaws.has(name)),
    ),
  );
  if (!rest.ok) throw new Error("a query needs a part that may be left out");
  return { query: rest.value, filter: { values: known, flaws, failure: null } };
}
