import { memoryStorage } from "../../adapters/memory/storage.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { mainJobScenario } from "./main_job.ts";

mainJobScenario("memory", () =>
  Promise.resolve({
    ...memoryStorage({ clock: systemClock() }),
    close: () => Promise.resolve(),
  }));
