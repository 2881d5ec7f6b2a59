import { compose } from "./compose.ts";
import type { ProcessKind } from "./config.ts";
import { configOrExit, exitWith } from "./environment.ts";
import { jsonLog } from "./log.ts";
import type { Service } from "./service.ts";
import { serve, type Serving } from "./serve.ts";

/**
 * `deno task serve`: HTTP. `deno task work`: jobs. `deno task start`: both in one process. Until SIGINT or SIGTERM;
 * a second signal ends it at once.
 */
const kind = kindOrExit(Deno.args);
const config = configOrExit(kind);
const log = jsonLog(config.logLevel);
const service = await compose(config, log).catch(exitWith);
const serving = await serveOrExit(service);
service.start(kind);

/** What a stop may take beyond what jobs are given: connections that do not answer are left. */
const CLOSING_MS = 5_000;

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) Deno.exit(1);
  stopping = true;
  log.info({ signal }, "stopping");
  setTimeout(() => {
    log.error({}, "stopped hard: not all of it ended in time");
    Deno.exit(1);
  }, config.work.stopAfterMs + CLOSING_MS);
  await serving.close();
  await service.close();
  Deno.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, () => stop(signal));
}
// After the signals: whoever reads it may stop the process at once.
log.info(
  { address: serving.address, storage: config.storage.kind, process: kind },
  "listening",
);

/** Listens before any work begins; where that fails, closes the storage and ends with code 1. */
async function serveOrExit(opened: Service): Promise<Serving> {
  try {
    return serve(opened, config, log, kind);
  } catch (error) {
    await opened.close();
    exitWith(error);
  }
}

function kindOrExit([word = "both"]: readonly string[]): ProcessKind {
  if (word === "both" || word === "serve" || word === "work") return word;
  console.error("Usage: start.ts [serve | work]");
  Deno.exit(2);
}
