import assert from "node:assert/strict";
import { type CrashPoint, dying } from "../support/crash.ts";
import { holds, story } from "../support/limit_story.ts";

Deno.test("a crash around any unit counts nothing twice, and nothing too little", async () => {
  let points = 0;
  for (const when of ["before", "inside", "after"] as CrashPoint[]) {
    for (let nth = 1;; nth++) {
      let died = () => false;
      const trial = await story((uow) => {
        const fate = dying(uow, nth, when);
        died = fate.died;
        return fate.uow;
      });
      if (!died()) break;
      points++;
      await holds(trial, `dying ${when} unit ${nth}`);
    }
  }
  assert(points >= 24, `only ${points} points were reached`);
});
