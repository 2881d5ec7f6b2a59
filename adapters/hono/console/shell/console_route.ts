import type { Deps } from "../../../../ports/deps.ts";
import type { Action } from "../../../../src/tenancy/access.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";
import type { ApiContext } from "../../api_context.ts";
import type { Frame } from "./frame.ts";

/** What every answer of the console needs: who asks, and what stands around the page. */
export interface ConsoleAsked {
  readonly c: ApiContext;
  readonly deps: Deps;
  readonly scope: Scope;
  readonly frame: Frame;
}

/** One address of the console as the router sees it. */
export interface ConsoleRoute {
  readonly method: "get" | "post";
  /** Below `/console`; its only parameter is `{id}`. */
  readonly path: `/${string}`;
  /** Of what forms are sent to: the path of the page that the form is on. */
  readonly formOn?: `/${string}`;
  /** The action of `src/tenancy/access.ts` that whoever asks needs. */
  readonly action: Action;
  /** It takes so much work that few of a tenant run at once; a name: only where the query has that member. */
  readonly expensive?: true | string;
  respond(asked: ConsoleAsked): Promise<Response>;
}

/** A part of the console with a place in its navigation. */
export interface Section {
  /** Below `/console`; its pages are below it. */
  readonly path: `/${string}`;
  readonly label: string;
  /** Who may not do this is not shown the section. */
  readonly action: Action;
  readonly routes: readonly ConsoleRoute[];
}
