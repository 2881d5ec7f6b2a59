import { openJobScope } from "../../src/events/use_cases/open_job_scope.ts";
import type { Job } from "../../src/events/job.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { reembedTexts } from "../../src/processing/use_cases/reembed_texts.ts";
import type { Deps } from "../../ports/deps.ts";
import type { Embedder } from "../../ports/embedder.ts";
import { HOUR_MS, openTaught } from "./embedder_switch.ts";
import { incoming, value } from "./trial.ts";

export const TEXTS = 9;
export const CHUNK = 4;

/** A company taught by `old`, whose service came up with `next` an hour later and noticed. */
export async function openSwitch(old: Embedder, next: Embedder) {
  const taught = await openTaught(old);
  taught.clock.advance(HOUR_MS);
  const deps = taught.withEmbedders(next, old);
  // Rules settle nothing here: the batch looks near texts up, and notices.
  const [id] = await taught.send(incoming({ description: "gazebos" }));
  const [process] = await taught.jobsOf("process_records");
  value(await handleJob(deps)(process!));
  const jobs = await taught.jobsOf("reembed_texts");
  return { ...taught, deps, first: id!, jobs };
}

export function reembed(deps: Deps, job: Job) {
  return reembedTexts(
    deps,
    openJobScope(job),
    { id: job.id, embedder: "next@1" },
    CHUNK,
  );
}
