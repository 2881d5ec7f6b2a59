import assert from "node:assert/strict";
import { incoming } from "../support/trial.ts";
import { openConsole, SAME } from "./open_console.ts";
import { memberOf, tokenOf } from "./signed_in.ts";

Deno.test("what a member said first is taken back on the item's page: by them, and once they left by an owner", async () => {
  const { trial, send, receive } = await openConsole();
  const { call } = trial;
  await trial.categories("Stationery");
  const two = [{ minor: 100, currency: "GBP" }];
  await call("PATCH", "/api/v1/tenant", { four_eyes_above: two });
  await receive(incoming().description);
  await trial.runJobs();
  const [item] = await trial.waiting();
  const bob = await memberOf(trial, "reviewer");
  const as = await tokenOf(trial, bob.email);
  const says = () =>
    trial.as(as)("POST", `/api/v1/approvals/${item!.id}/decide`, {
      verdict: "reject",
    });
  const path = `/console/review/${item!.id}`;
  const back = async (by: string | undefined) => {
    const { text } = await send("GET", path, by ? { as: by } : {});
    const [, decision] = text.match(/name="decision" value="(dcn_\w+)"\/?>/) ??
      [];
    return { text, decision };
  };
  const undo = (decision: string, by?: string) =>
    send("POST", "/console/review/undo", {
      headers: SAME,
      form: { decision },
      ...by && { as: by },
    });
  const verdicts = async () =>
    (await call("GET", `/api/v1/approvals/${item!.id}`)).body["verdicts"]!
      .length;

  assert.equal((await says()).status, 200);
  const other = await back(undefined);
  assert.match(other.text, /reviewer said/);
  assert.equal(other.decision, undefined);
  const own = await back(as);
  assert.match(own.text, /You said/);
  assert.doesNotMatch(own.text, /data-decide/);
  assert.match(other.text, /data-decide/);
  assert.equal((await undo(own.decision!, as)).status, 303);
  assert.equal(await verdicts(), 0);

  assert.equal((await says()).status, 200);
  const { status } = await call("DELETE", `/api/v1/members/${bob.id}`);
  assert.equal(status, 204);
  const left = await back(undefined);
  assert.equal((await undo(left.decision!)).status, 303);
  assert.equal(await verdicts(), 0);
});
