import assert from "node:assert/strict";
import { inOrder } from "./in_order.ts";

Deno.test("what many print at once reads as one after the other, the first of them as it comes", () => {
  let shown = "";
  const { open } = inOrder((text) => shown += text);
  const [first, second, third] = [open(), open(), open()];
  second.print("2a ");
  first.print("1a ");
  assert.equal(shown, "1a ");
  third.print("3a ");
  third.end();
  first.print("1b ");
  assert.equal(shown, "1a 1b ");
  first.end();
  assert.equal(shown, "1a 1b 2a ");
  second.print("2b ");
  assert.equal(shown, "1a 1b 2a 2b ");
  second.end();
  assert.equal(shown, "1a 1b 2a 2b 3a ");
  const fourth = open();
  fourth.print("4a");
  assert.equal(shown, "1a 1b 2a 2b 3a 4a");
});
