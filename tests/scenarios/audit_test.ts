import assert from "node:assert/strict";
import { openHttpTrial } from "../http/http_trial.ts";

const ROOT = new URL("../../", import.meta.url);

async function audit(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "-q", "audit", ...args],
    cwd: ROOT,
  }).output();
  const text = new TextDecoder();
  const lines = text.decode(stdout).trimEnd().split("\n");
  return { code, lines, error: text.decode(stderr) };
}

Deno.test("deno task audit: verifies an export and a checkpoint from files alone", async () => {
  const { call } = await openHttpTrial();
  await call("POST", "/api/v1/categories", { name: "Fuel" });
  const head = await call("GET", "/api/v1/events/checkpoint");
  const { text } = await call("GET", "/api/v1/events/export");
  const folder = await Deno.makeTempDir();
  const file = (name: string) => `${folder}/${name}`;
  try {
    await Deno.writeTextFile(file("log"), text);
    await Deno.writeTextFile(file("kept"), head.text);
    const { seq, hash } = head.body as unknown as { seq: number; hash: string };
    const whole = await audit(file("log"), "--checkpoint", file("kept"));
    assert.deepEqual(whole, {
      code: 0,
      lines: [
        JSON.stringify({
          ok: true,
          events: seq,
          seq,
          hash,
          erased: 0,
          checkpoints: 1,
        }),
      ],
      error: "",
    });

    await Deno.writeTextFile(file("log"), text.replace("Fuel", "Duel"));
    const changed = await audit(file("log"));
    assert.equal(changed.code, 1);
    assert.deepEqual(changed.lines[0], `event ${seq} is not what was written`);
    assert.equal(JSON.parse(changed.lines.at(-1)!).ok, false);

    const none = await audit(file("nothing"));
    assert.equal(none.code, 1);
    assert.match(none.error, /nothing/);
    const noCheckpoint = await audit(file("log"), "--checkpoint", file("log"));
    assert.equal(noCheckpoint.code, 1);
    assert.match(noCheckpoint.error, /holds no checkpoint/);
    assert.equal((await audit()).code, 2);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
