import type { z } from "@hono/zod-openapi";
import type { Deps } from "../../../../ports/deps.ts";
import { tellRefusal } from "../../../../src/billing/use_cases/tell_refusal.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import type { Id } from "../../../../src/kernel/ids.ts";
import { fail, ok, type Result } from "../../../../src/kernel/result.ts";
import { type Action, permit } from "../../../../src/tenancy/access.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";
import { readBy } from "../../flaws_in.ts";
import { refuse } from "../../refuse.ts";
import { requestFailures } from "../../request_failures.ts";
import { answerPage, errorPage, leavingPage } from "./answer_page.tsx";
import type { ConsoleRoute } from "./console_route.ts";
import { type Flash, keepFlash } from "./flash.ts";
import { type FormValues, NOTHING_SENT } from "./form_state.ts";
import type { Frame } from "./frame.ts";
import { isScript } from "./is_script.ts";
import { sendingOnce, toldOnForm } from "./sending_once.ts";
import { type ConsolePage, idIn, type Shown } from "./page.tsx";
import { readForm } from "./read_form.ts";

/** What a form is acted upon with. */
export interface ActionAsked<P extends string, F> {
  readonly deps: Deps;
  /** For a use case of one unit that makes something: a form with `Once` that is sent twice has it made once. */
  readonly once: Deps;
  readonly scope: Scope;
  readonly frame: Frame;
  readonly id: Id<P>;
  readonly form: F;
  /** The address that the form was sent to. */
  readonly here: URL;
  /** Where browsers reach this service. */
  readonly origin: string;
}

/** Where a form leads to when it was acted upon. */
export type Next =
  /** A page of the console, and what is said there. */
  | { readonly to: `/console${string}`; readonly flash?: Flash }
  /** An address elsewhere. */
  | { readonly leaveTo: string }
  /** The form's own page once more, with this in the form: what was asked for was another form. */
  | { readonly again: FormValues }
  /** A page that is this very answer, for what is told once and must not be in an address or a cookie. */
  | { readonly shown: Shown };

/** How an action is made. */
export interface ActionOptions<P extends string, F extends z.ZodType> {
  /** Below `/console`; its only parameter is `{id}`, the same as the page's. */
  readonly path: `/${string}`;
  readonly action: Action;
  readonly expensive?: true;
  readonly id?: { readonly prefix: P; missing(id: string): Failure };
  /** What the form holds: texts by name, and lists of them; blank fields are left out. */
  readonly form: F;
  /** The page that the form is on, shown once more when it is refused. */
  readonly page: ConsolePage;
  act(asked: ActionAsked<P, z.output<F>>): Promise<Result<Next, Failure>>;
}

/**
 * Makes what a form is sent to: permission first, then what it says, then what is done; the next page is asked for by
 * GET. Our script, which says so by `Accept`, is told the same as JSON: where to go and what to say, or the problem.
 */
export function action<P extends string, F extends z.ZodType>(
  options: ActionOptions<P, F>,
): ConsoleRoute {
  return {
    method: "post",
    path: options.path,
    formOn: options.page.path,
    action: options.action,
    ...options.expensive && { expensive: true },
    async respond(asked) {
      const { c, deps, scope, frame } = asked;
      const allowed = permit(scope, options.action);
      if (!allowed.ok) {
        // Whoever might when they opened the form wrote something.
        const lost = await readForm(c);
        return errorPage(
          c,
          allowed.failure,
          frame,
          lost.ok ? lost.value : {},
        );
      }
      const id = idIn(asked, options.id);
      if (!id.ok) return errorPage(c, id.failure, frame);
      const sent = await readForm(c);
      if (!sent.ok) return errorPage(c, sent.failure, frame);
      const origin = c.get("origin")!;
      const here = new URL(c.req.url);
      const toScript = isScript(c);
      const once = sendingOnce(c, { deps, scope, sent: sent.value });
      const done = await read(
        options.form,
        sent.value,
        (form) =>
          options.act({
            deps,
            once,
            scope,
            frame,
            id: id.value,
            form,
            here,
            origin,
          }),
      );
      if (!done.ok) {
        await tellRefusal(deps, scope, done.failure);
        if (toScript) return refuse(c, done.failure);
        const { form, failure } = toldOnForm(sent.value, done.failure);
        return options.page.again(asked, form, failure);
      }
      if ("again" in done.value) {
        const form = { ...NOTHING_SENT, values: done.value.again };
        return options.page.again(asked, form, null);
      }
      if ("shown" in done.value) return answerPage(asked, done.value.shown);
      if (toScript) return Response.json(done.value);
      if ("leaveTo" in done.value) {
        return leavingPage(asked, done.value.leaveTo);
      }
      const { to, flash } = done.value;
      return new Response(null, {
        status: 303,
        headers: {
          Location: to,
          ...flash && { "Set-Cookie": keepFlash(origin, flash) },
        },
      });
    },
  };
}

async function read<F extends z.ZodType>(
  schema: F,
  sent: FormValues,
  act: (form: z.output<F>) => Promise<Result<Next, Failure>>,
): Promise<Result<Next, Failure>> {
  const fits = readBy(schema, sent);
  if (!fits.ok) return fail(requestFailures.invalid({}, fits.flaws));
  const next = await act(fits.value);
  return next.ok ? ok(next.value) : next;
}
