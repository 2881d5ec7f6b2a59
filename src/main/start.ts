import { compose, type Service } from "./compose.ts";
import { configOrExit, exitWith } from "./environment.ts";
import { jsonLog } from "./log.ts";
import { serve, type Serving } from "./serve.ts";

/** `deno task start`: HTTP and workers in one process, until SIGINT or SIGTERM. */
const config = configOrExit();
const log = jsonLog(config.logLevel);
const service = await compose(config, log).catch(exitWith);
const serving = await serveOrExit(service);
service.startWork();
log.info(
  { address: serving.address, storage: config.storage.kind },
  "listening",
);

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "stopping");
  await serving.close();
  await service.close();
  Deno.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, () => stop(signal));
}

/** Listens before any work begins; where that fails, closes the storage and ends with code 1. */
async function serveOrExit(opened: Service): Promise<Serving> {
  try {
    return serve(opened, config.http, log);
  } catch (error) {
    await opened.close();
    exitWith(error);
  }
}
