import { bullmqQueue } from "../../adapters/bullmq/queue.ts";
import { freshRedis } from "../support/redis.ts";
import { fairnessScenario } from "./fairness.ts";

fairnessScenario("BullMQ", (clock) => {
  const { url, prefix, drop } = freshRedis();
  const queue = bullmqQueue({
    url,
    prefix,
    clock,
    concurrency: 2,
    attemptsMax: 1,
    backoffMs: 1,
    rates: {},
    onError: (error) => {
      throw error;
    },
  });
  return { queue, drop };
});
