import assert from "node:assert/strict";
import { changePreferences } from "../../src/notifications/use_cases/change_preferences.ts";
import { changeSettings } from "../../src/notifications/use_cases/change_settings.ts";
import { readPreferences } from "../../src/notifications/use_cases/read_preferences.ts";
import { addMember } from "../../src/tenancy/use_cases/add_member.ts";
import { changeMember } from "../../src/tenancy/use_cases/change_member.ts";
import { degraded, flagged, openNoticeTrial } from "../support/notice_trial.ts";
import { openTrial, value } from "../support/trial.ts";

const HOUR_MS = 3_600_000;

Deno.test("an owner hears of trouble at once, a reviewer of what people must look at, a viewer of nothing", async () => {
  const trial = await openNoticeTrial();
  const { deps, scope, happen, runJobs, clock, mails } = trial;
  for (const role of ["reviewer", "viewer"] as const) {
    const email = `${role}@foxglove.example`;
    value(await addMember(deps, scope, { email, name: role, role }));
  }
  await happen(degraded(), flagged());
  await runJobs();
  assert.deepEqual(mails.map(({ to, subject }) => [to, subject]), [
    ["ann@foxglove.example", "Balance: A connection is in trouble"],
  ]);
  // 03:04; the day's digest goes out at seven.
  clock.set("2026-01-02T06:59:59.999Z");
  await runJobs();
  assert.equal(mails.length, 1);
  clock.set("2026-01-02T07:00:00.000Z");
  await runJobs();
  assert.deepEqual(
    mails.slice(1).map(({ to, subject }) => [to, subject]).sort(),
    [
      ["ann@foxglove.example", "Balance: A rule is often overridden"],
      ["reviewer@foxglove.example", "Balance: A rule is often overridden"],
    ],
  );
});

Deno.test("beyond five mails in an hour the rest comes as one digest at the full hour, and no notice is lost or doubled", async () => {
  const trial = await openNoticeTrial();
  const { happen, runJobs, clock, mails } = trial;
  for (let n = 0; n < 12; n++) {
    await happen(degraded());
    await runJobs();
  }
  assert.equal(mails.length, 5);
  clock.set("2026-01-02T04:00:00.000Z");
  await runJobs();
  assert.equal(mails.length, 6);
  assert.equal(mails[5]!.subject, "Balance: 7 notices");
  const told = new Set(mails.flatMap(({ text }) => text.match(/con_\w+/g)!));
  assert.equal(told.size, 12);
  // Within the hour of the five it is a digest still, and single mails again after it.
  await happen(degraded());
  await runJobs();
  clock.set("2026-01-02T04:04:05.001Z");
  await happen(degraded());
  await runJobs();
  assert.equal(mails.length, 7);
  clock.set("2026-01-02T05:00:00.000Z");
  await runJobs();
  assert.equal(mails.length, 7 + 1);
});

Deno.test("a digest of many names fifty and counts the rest", async () => {
  const trial = await openNoticeTrial();
  await trial.happen(...Array.from({ length: 70 }, flagged));
  await trial.runJobs();
  trial.clock.advance(24 * HOUR_MS);
  await trial.runJobs();
  const [mail, ...more] = trial.mails;
  assert.deepEqual(more, []);
  assert.equal(new Set(mail!.text.match(/rule_\w+/g)).size, 50);
  assert.match(mail!.text, /\n\nAnd 20 more\.\n/);
});

Deno.test("what a member chooses holds from then on, also for a digest that waits", async () => {
  const trial = await openNoticeTrial();
  const { deps, scope, happen, runJobs, clock, mails } = trial;
  const before = value(await readPreferences(deps, scope));
  assert.deepEqual(
    [before.modes.connection_degraded, before.modes.rule_flagged],
    ["immediate", "daily"],
  );
  await happen(flagged());
  await runJobs();
  const after = value(
    await changePreferences(deps, scope, {
      rule_flagged: "off",
      connection_degraded: "daily",
    }),
  );
  assert.equal(after.modes.rule_flagged, "off");
  await happen(degraded());
  await runJobs();
  assert.deepEqual(mails, []);
  clock.advance(24 * HOUR_MS);
  await runJobs();
  assert.deepEqual(mails.map(({ subject }) => subject), [
    "Balance: A connection is in trouble",
  ]);
  value(await changePreferences(deps, scope, {}));
  const again = value(await readPreferences(deps, scope));
  assert.deepEqual(again.modes, before.modes);
});

Deno.test("digests go out at the hour that the company wants", async () => {
  const trial = await openNoticeTrial();
  const { deps, scope, happen, runJobs, clock, mails } = trial;
  value(
    await changeSettings(
      deps,
      scope,
      { digestHour: 2, reviewQueueDays: 3 },
      null,
    ),
  );
  await happen(flagged());
  await runJobs();
  clock.set("2026-01-03T01:59:59.999Z");
  await runJobs();
  assert.equal(mails.length, 0);
  clock.set("2026-01-03T02:00:00.000Z");
  await runJobs();
  assert.equal(mails.length, 1);
});

Deno.test("who was removed meanwhile gets nothing; without a mail server nobody does, and it is said", async () => {
  const trial = await openNoticeTrial();
  const { deps, scope, happen, runJobs, clock, mails } = trial;
  const bo = value(
    await addMember(deps, scope, {
      email: "bo@foxglove.example",
      name: "Bo",
      role: "reviewer",
    }),
  );
  await happen(flagged());
  await runJobs();
  value(await changeMember(deps, scope, bo.id, { remove: true }));
  clock.advance(24 * HOUR_MS);
  await runJobs();
  assert.deepEqual(mails.map(({ to }) => to), ["ann@foxglove.example"]);
  const skipped = (await trial.deliveries())
    .filter(({ status }) => status === "skipped");
  assert.deepEqual(
    skipped.map(({ memberId, lastFailure }) => [memberId, lastFailure]),
    [[bo.id, "member.missing"]],
  );

  const without = await openTrial();
  const said = value(await readPreferences(without.deps, without.scope));
  assert.equal(said.mails, false);
});
