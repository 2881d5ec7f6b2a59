import assert from "node:assert/strict";
import fc from "fast-check";
import {
  percentField,
  percentValue,
} from "../../adapters/hono/console/settings/percent_field.ts";
import type { FormValues } from "../../adapters/hono/console/shell/form_state.ts";
import { threeWay } from "../../adapters/hono/console/shell/three_way.ts";

/** A form of two texts and a list of boxes, as the page has it. */
const form = fc.record({
  name: fc.constantFrom("", "a", "b", "c"),
  text: fc.constantFrom("", "one\ntwo", "three"),
  boxes: fc.subarray(["x", "y", "z"]),
});

/** With boxes in one order, and what is blank left out, as a browser sends it. */
function asSent(values: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value.length > 0)
      .map(([name, value]) =>
        typeof value === "string"
          ? [name, value]
          : [name, value.length === 1 ? value[0]! : value.toSorted()]
      ),
  );
}

Deno.test("who changes nothing gets what stands now, and where nobody else does it is what they wrote", () => {
  fc.assert(fc.property(form, form, (was, other) => {
    const sent = asSent(was);
    const none = threeWay({ was: sent, mine: sent, now: other });
    assert.deepEqual(asSent(none.values), asSent(other));
    assert.equal(none.theirs.size, 0);
    const alone = threeWay({ was: sent, mine: asSent(other), now: was });
    assert.deepEqual(asSent(alone.values), asSent(other));
    assert.deepEqual([alone.theirs.size, alone.isOlder], [0, false]);
  }));
});

Deno.test("both changes are in what is merged, whoever was first, and a text that both changed otherwise is told", () => {
  fc.assert(fc.property(form, form, form, (was, a, b) => {
    const sent = asSent(was);
    const merged = threeWay({ was: sent, mine: asSent(a), now: b });
    const other = threeWay({ was: sent, mine: asSent(b), now: a });
    for (const name of ["name", "text"] as const) {
      const isTold = a[name] !== was[name] && b[name] !== was[name] &&
        a[name] !== b[name];
      assert.equal(merged.theirs.get(name), isTold ? b[name] : undefined);
      assert.equal(
        merged.values[name] ?? "",
        a[name] === was[name] ? b[name] : a[name],
      );
    }
    assert(!merged.theirs.has("boxes"));
    const boxes = asSent(merged.values)["boxes"];
    assert.deepEqual(boxes, asSent(other.values)["boxes"]);
    for (const box of ["x", "y", "z"]) {
      const [before, here, there] = [was, a, b].map(({ boxes }) =>
        boxes.includes(box)
      );
      const isTicked = here === before ? there : here;
      assert.equal([boxes ?? []].flat().includes(box), isTicked);
    }
  }));
});

Deno.test("a share that stands in a field and is sent back is the same share", () => {
  const share = fc.integer({ min: 0, max: 10 ** 12 })
    .map((parts) => parts / 10 ** 12);
  const field = percentField({ min: 0, max: 100 });
  fc.assert(fc.property(share, (one) => {
    assert.equal(field.parse(percentValue(one)), one);
  }));
});
