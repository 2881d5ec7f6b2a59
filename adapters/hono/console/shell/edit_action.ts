import type { z } from "@hono/zod-openapi";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { fail, ok, type Result } from "../../../../src/kernel/result.ts";
import { readBy } from "../../flaws_in.ts";
import { requestFailures } from "../../request_failures.ts";
import {
  action,
  type ActionAsked,
  type ActionOptions,
  type Next,
} from "./action.ts";
import { anyForm } from "./any_form.ts";
import type { ConsoleRoute } from "./console_route.ts";
import { editFailures } from "./edit_failures.ts";
import { mergedWith } from "./edit_state.ts";
import type { FormValues } from "./form_state.ts";

/** What a form changes, as it stands. */
export interface Standing<T> {
  readonly it: T;
  readonly version: number;
  /** As the form's fields show it; lists where a field can have several values. */
  readonly values: FormValues;
}

/** How often a save begins anew because somebody else saved in the same moment. */
const TRIES = 3;

/**
 * Makes what a form is sent to that changes what is there. What somebody else changed since it was opened, and was not
 * touched in it, stays; where both changed the same field, nothing is saved and the page shows both.
 */
export function editAction<P extends string, F extends z.ZodType, T>(
  { standing, act, form: schema, ...options }:
    & Omit<ActionOptions<P, F>, "act">
    & {
      standing(
        asked: Pick<ActionAsked<P, unknown>, "deps" | "scope" | "id">,
      ): Promise<Result<Standing<T>, Failure>>;
      /** Saves; refuses with a `….stale` failure where `version` is not the one that is there any more. */
      act(
        asked: ActionAsked<P, z.output<F>> & Standing<T>,
      ): Promise<Result<Next, Failure>>;
    },
): ConsoleRoute {
  async function save(
    asked: ActionAsked<P, FormValues>,
    tries: number,
  ): Promise<Result<Next, Failure>> {
    const now = await standing(asked);
    if (!now.ok) return now;
    const { values, theirs, isOlder } = mergedWith(
      now.value.values,
      asked.form,
    );
    const read = readBy(schema, values);
    if (!read.ok) return fail(requestFailures.invalid({}, read.flaws));
    if (theirs.size > 0) return fail(editFailures.both());
    const next = await act({ ...asked, ...now.value, form: read.value });
    if (next.ok) return ok(isOlder ? saidOfBoth(next.value) : next.value);
    return next.failure.kind.endsWith(".stale") && tries > 1
      ? save(asked, tries - 1)
      : next;
  }
  return action({
    ...options,
    form: anyForm,
    act: (asked) => save(asked, TRIES),
  });
}

function saidOfBoth(next: Next): Next {
  if (!("flash" in next) || !next.flash) return next;
  const text =
    `${next.flash.text} What somebody else changed meanwhile is kept too.`;
  return { ...next, flash: { ...next.flash, text } };
}
