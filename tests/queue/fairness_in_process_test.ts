import { inProcessQueue } from "../../adapters/in_process/queue.ts";
import { fairnessScenario } from "./fairness.ts";

fairnessScenario("in-process queue", (clock) => ({
  queue: inProcessQueue({ clock, concurrency: 2 }),
  drop: () => Promise.resolve(),
}));
