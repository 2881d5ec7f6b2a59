import { openTrial } from "../support/trial.ts";
import { isolationWalk } from "./isolation.ts";

isolationWalk("memory", async () => {
  const { deps, feed } = await openTrial();
  return { deps, feed, close: () => Promise.resolve() };
});
