import assert from "node:assert/strict";
import { masked } from "../../src/processing/model/mask.ts";

Deno.test("a long text that tries to be slow is read about once", () => {
  const parts =
    "a;a.;a@;@a.;a@a-;1;4111;4111 ;+1;+1 - ;+44.20.;+1 234 ;001 ;00 (;GB29;G*B*2*;tel: 1 ; ;·"
      .split(";");
  for (const part of parts) {
    const text = part.repeat(Math.ceil(100_000 / part.length));
    const started = performance.now();
    masked(text);
    masked(text + "@");
    masked("1" + text + "@x.example");
    const ms = performance.now() - started;
    // Once and again takes tens of milliseconds; each character once for each other one, minutes.
    assert(ms < 5_000, `${part}: ${ms} ms`);
  }
});
