import { argsOrExit } from "./args.ts";
import { compose } from "./compose.ts";
import { configOrExit, exitWith } from "./environment.ts";
import { retainAll } from "./retain_all.ts";
import { jsonLog } from "./log.ts";

/** `deno task retain`: removes now what is kept long enough, and prints a line of JSON for each tenant. */
argsOrExit("Usage: deno task retain", { options: {} });
const service = await compose(configOrExit(), jsonLog("error")).catch(exitWith);
try {
  for await (const [tenant, removed] of retainAll(service.deps)) {
    console.log(JSON.stringify({ tenant, ...removed }));
  }
} catch (error) {
  exitWith(error);
} finally {
  await service.close();
}
