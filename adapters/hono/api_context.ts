import type { Context } from "hono";
import type { authenticate } from "../../src/tenancy/use_cases/authenticate.ts";
import type { Scope } from "../../src/tenancy/scope.ts";

/** What the router's own steps leave for the routes. */
export interface ApiEnv {
  /** What the server knows of the connection. */
  Bindings: { readonly remoteAddress?: string };
  Variables: {
    requestId: string;
    /** Where browsers reach this service, e.g. `https://balance.example`. */
    origin?: string;
    /** Whether `origin` was configured, rather than read from the request. */
    isOriginKnown?: boolean;
    /** W3C trace context of the request; absent where none is known. */
    traceparent?: string;
    /** The kind of the failure that the answer tells; absent where it tells none. */
    problem?: string;
    /** Whose page people can sign in on besides; absent: nobody's. */
    signInWith?: string;
    /** Tells the log of what failed after the answer had begun. */
    logLate?: (error: unknown) => void;
    /** Milliseconds that a body may take to arrive. */
    bodyMsMax?: number;
    /** Behind authentication: asks once more who is there. */
    scopeNow?: () => ReturnType<typeof authenticate>;
    /** Set behind authentication. */
    scope?: Scope;
  };
}

export type ApiContext = Context<ApiEnv>;
