import { parseArgs, type ParseArgsConfig } from "node:util";

/** The values of the process's arguments; where they make no sense, says how it is used and ends with code 2. */
export function argumentsOrExit<
  const Options extends NonNullable<ParseArgsConfig["options"]>,
>(options: Options, usage: string) {
  try {
    return parseArgs({ args: Deno.args, options }).values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(`Usage: ${usage}`);
    Deno.exit(2);
  }
}
