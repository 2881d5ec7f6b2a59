import assert from "node:assert/strict";
import fc from "fast-check";
import { parsePayload } from "../../src/integrations/parse_payload.ts";

Deno.test("ids beyond 2^53 stay what they are, as text", () => {
  assert.deepEqual(
    parsePayload(
      '{"id":9007199254740993,"last":-12345678901234567890,"safe":9007199254740991,"share":0.12345678901234567890,"large":1e20,"text":"say \\"9007199254740993\\"","9007199254740993":[9007199254740994]}',
    ),
    {
      id: "9007199254740993",
      last: "-12345678901234567890",
      safe: 9007199254740991,
      share: 0.12345678901234568,
      large: 1e20,
      text: 'say "9007199254740993"',
      "9007199254740993": ["9007199254740994"],
    },
  );
  assert.throws(() => parsePayload('{"id":9007199254740993'), SyntaxError);
});

Deno.test("all else is read as JSON is", () => {
  fc.assert(fc.property(fc.json(), (text) => {
    fc.pre(!/\d{16}/.test(text));
    const padded = `[${text},"1234567890123456"]`;
    assert.deepEqual(
      parsePayload(padded),
      JSON.parse(padded),
    );
  }));
});
