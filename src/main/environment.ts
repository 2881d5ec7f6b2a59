import { type Config, parseConfig, type ProcessKind } from "./config.ts";
import { VARIABLES } from "./variables.ts";
import { withSecretFiles } from "./secret_files.ts";

/** The configuration from the environment and the files it names; where it is wrong, says so in full and ends with code 2. */
export function configOrExit(kind: ProcessKind = "both"): Config {
  const env = withSecretFiles(
    Object.fromEntries(VARIABLES.map((name) => [name, Deno.env.get(name)])),
    Deno.readTextFileSync,
  );
  const read = env.ok ? parseConfig(env.value, kind) : env;
  if (read.ok) return read.value;
  console.error("The configuration is wrong:");
  for (const problem of read.failure) console.error(`  ${problem}`);
  Deno.exit(2);
}

/** Ends the process with code 1 and the error's message, without a stack: what is wrong is outside the code. */
export function exitWith(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  Deno.exit(1);
}
