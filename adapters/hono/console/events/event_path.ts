/** The event log. */
export const EVENTS = "/console/events";
/** Whether the log is whole, and where it stood day by day. */
export const CHAIN = "/console/events/chain";

/** The log, narrowed to what is about one thing. */
export function aboutPath(id: string): `/console/events?${string}` {
  return `${EVENTS}?${new URLSearchParams({ subject: id })}`;
}
