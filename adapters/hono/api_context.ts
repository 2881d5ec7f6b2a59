import type { Context } from "hono";
import type { Scope } from "../../src/tenancy/scope.ts";

/** What the router's own steps leave for the routes. */
export interface ApiEnv {
  Variables: {
    requestId: string;
    /** Set behind authentication. */
    scope?: Scope;
  };
}

export type ApiContext = Context<ApiEnv>;
