import { type DestinationStream, pino } from "pino";
import type { Config } from "./config.ts";
import { redacted } from "./redact.ts";

/** Writes one JSON line per call: ids, kinds and times, never content. */
export interface Log {
  info(line: Readonly<Record<string, unknown>>, message: string): void;
  error(line: Readonly<Record<string, unknown>>, message: string): void;
}

/** JSON lines to standard output, unless told otherwise. What should not be in them is hidden: see `redacted`. */
export function jsonLog(
  level: Config["logLevel"],
  to: DestinationStream = pino.destination(1),
): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: redacted },
    // They would come after `redacted`, and print an error's message.
    serializers: { err: (error) => error },
  }, to);
}
/** What of an error may be logged: its name, code and stack, whose first line (the message) can quote content and is cut. */
export function errorFacts(
  error: unknown,
): Readonly<Record<string, string | undefined>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const frames = error.stack?.split("\n").filter((line) =>
    line.startsWith("    at ")
  );
  return {
    error: error.name,
    code: typeof code === "string" ? code : undefined,
    stack: frames?.slice(0, 8).join("\n"),
  };
}
