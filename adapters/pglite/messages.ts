/** What the server's worker is asked: to open once, to write the whole database to a file, and to close at the end. */
export type Ask =
  | {
    readonly kind: "open";
    /** Undefined: keep it in memory. */
    readonly folder?: string;
    /** The Unix socket to listen on. */
    readonly socket: string;
    /** A dump to start an empty database from. */
    readonly template?: string;
  }
  | { readonly kind: "dump"; readonly file: string }
  | { readonly kind: "close" };

/** Its answers, one to each ask, in order. */
export type Answer =
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly why: string };
