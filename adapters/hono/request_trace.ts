/** How requests take part in traces. Trace contexts are W3C `traceparent` texts. */
export interface RequestTrace {
  /** The context that what follows from this request continues; `given` is the caller's own, where it is valid. */
  context(given: string | undefined): string | undefined;
  /** Called once the route is known: what the request's span is named by, instead of the address. */
  routed(method: string, route: string | null): void;
}

/** Nobody traces: what follows continues the caller's context. */
export const UNTRACED: RequestTrace = {
  context: (given) => given,
  routed: () => {},
};
