import assert from "node:assert/strict";
import type { PayloadMapper } from "../../ports/payload_mapper.ts";
import type { Json } from "../../src/kernel/json.ts";

/** What must hold of whatever maps payloads. `forms` are expressions of its language. */
export function payloadMapperContract(
  name: string,
  mapper: PayloadMapper,
  forms: {
    /** Makes `{ a: payload.b }`. */
    readonly plain: string;
    /** Makes nothing. */
    readonly nothing: string;
    /** Fails while it is applied. */
    readonly failing: string;
    readonly wrong: readonly string[];
    readonly endless: readonly string[];
  },
): void {
  const apply = async (expression: string, payload: Json) => {
    const ready = mapper.read(expression);
    assert(ready.ok, expression);
    return await ready.value.apply(payload);
  };

  Deno.test(`${name}: makes the same of the same payload each time, and leaves it as it is`, async () => {
    const payload = Object.freeze({ b: Object.freeze([1, "é", null]) });
    for (let i = 0; i < 2; i++) {
      assert.deepEqual(await apply(forms.plain, payload), {
        ok: true,
        value: { a: [1, "é", null] },
      });
    }
    assert.deepEqual(await apply(forms.nothing, {}), {
      ok: true,
      value: undefined,
    });
  });

  Deno.test(`${name}: refuses what cannot be read, and says of what fails where, not what was in it`, async () => {
    for (const expression of forms.wrong) {
      const read = mapper.read(expression);
      assert(!read.ok, expression);
      assert.equal(read.failure.kind, "mapping.wrong_expression", expression);
    }
    const failed = await apply(forms.failing, { b: "canary-17" });
    assert(!failed.ok);
    assert.equal(failed.failure.kind, "mapping.failed");
    assert(!JSON.stringify(failed.failure).includes("canary"));
  });

  Deno.test(`${name}: an expression without an end, or that makes too much, is stopped`, async () => {
    for (const expression of forms.endless) {
      const stopped = await apply(expression, {
        b: "x".repeat(1_000),
        n: [1, 2],
      });
      assert(!stopped.ok, expression);
      assert.equal(stopped.failure.kind, "mapping.too_much", expression);
    }
  });
}
