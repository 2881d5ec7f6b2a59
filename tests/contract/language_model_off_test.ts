import assert from "node:assert/strict";
import { modelOff } from "../../adapters/model_off/language_model.ts";

Deno.test("off: there is no profile, and a call all the same is unavailable, at no cost", async () => {
  const model = modelOff();
  assert.equal(model.profile, null);
  assert.deepEqual(
    await model.call({
      model: "m-1",
      system: "",
      input: "",
      schema: {},
      outputTokensMax: 1,
      temperature: null,
    }),
    {
      kind: "failed",
      reason: "unavailable",
      retryAfterMs: null,
      usage: { input_tokens: 0, output_tokens: 0 },
    },
  );
});
