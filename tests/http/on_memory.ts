import { memoryStorage } from "../../adapters/memory/storage.ts";
import { testsOn } from "./tests_on.ts";

/** Tests of a service in memory. */
export const onMemory = testsOn("memory", () =>
  Promise.resolve({
    at: (clock) => memoryStorage({ clock }),
    close: () => Promise.resolve(),
  }));
