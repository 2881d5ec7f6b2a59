import assert from "node:assert/strict";
import fc from "fast-check";
import { concludedAlone, replays } from "../../src/processing/replay.ts";
import type { Trace } from "../../src/processing/trace.ts";
import { personDecided, pipelineRun } from "../support/pipeline_runs.ts";

Deno.test("any stored trace gives its stored conclusion, also after a person's word, and no other", () => {
  fc.assert(
    fc.property(
      pipelineRun,
      fc.option(personDecided, { nil: null }),
      (run, person) => {
        const kept: Trace = JSON.parse(JSON.stringify({ schema: 1, ...run }));
        assert(replays(kept));
        assert.deepEqual(concludedAlone(kept), run.conclusion);
        if (!person) return;
        const steps = [...kept.steps, person];
        assert(!replays({ ...kept, steps }));
        assert.deepEqual(
          concludedAlone({ ...kept, steps }),
          run.conclusion,
        );
      },
    ),
    { numRuns: 200 },
  );
});
