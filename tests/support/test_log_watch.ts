import { processLogWatch } from "../../adapters/in_process/log_watch.ts";
import type { JobFeed } from "../../ports/job_feed.ts";

/** Looks at logs often enough that no test waits long. */
export function testLogWatch({ logs }: JobFeed) {
  return processLogWatch({
    heads: logs.heads,
    everyMs: 5,
    onError(error) {
      throw error;
    },
  });
}
