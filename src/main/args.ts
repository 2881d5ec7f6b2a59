import { parseArgs, type ParseArgsConfig } from "node:util";

/** The arguments as `parseArgs` reads them; where it cannot, says why and how the task is used, and ends with code 2. */
export function argsOrExit<const T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    wrongUse(usage, error);
  }
}

/** Ends the process with code 2 and the usage; `error`: what in particular is wrong, without a stack. */
export function wrongUse(usage: string, error?: unknown): never {
  if (error !== undefined) {
    console.error(error instanceof Error ? error.message : String(error));
  }
  console.error(usage);
  Deno.exit(2);
}
