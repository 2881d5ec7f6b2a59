import { compose } from "./compose.ts";
import { configOrExit, exitWith } from "./environment.ts";
import { jsonLog } from "./log.ts";
import { serve } from "./serve.ts";

/** `deno task start`: HTTP and workers in one process, until SIGINT or SIGTERM. */
const config = configOrExit();
const log = jsonLog(config.logLevel);
const service = await compose(config, log).catch(exitWith);
service.startWork();
const serving = serve(service, config.http, log);
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
