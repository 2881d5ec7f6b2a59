import assert from "node:assert/strict";
import { pullSettingsSchema } from "../../src/integrations/pull_settings.ts";
import { changeConnection } from "../../src/integrations/use_cases/change_connection.ts";
import { createConnection } from "../../src/integrations/use_cases/create_connection.ts";
import { pauseConnection } from "../../src/integrations/use_cases/pause_connection.ts";
import { readHealth } from "../../src/integrations/use_cases/read_health.ts";
import { surveyConnections } from "../../src/integrations/use_cases/survey_connections.ts";
import { openTrial, value } from "../support/trial.ts";

Deno.test("a survey tells of every connection what its health tells, also of one that nothing was tried of and of one archived", async () => {
  const { deps, scope } = await openTrial();
  const settings = pullSettingsSchema.parse({
    auth: { kind: "bearer" },
    list: { url: "https://bank.example/list", items: "/data", id: "/id" },
    paging: { style: "none" },
  });
  const pull = value(
    await createConnection(deps, scope, {
      name: "Bank",
      kind: "pull",
      settings,
      secret: "of-the-bank",
    }),
  ).connection;
  const file = value(
    await createConnection(deps, scope, {
      name: "Cards",
      kind: "file",
      settings: null,
    }),
  ).connection;
  value(await pauseConnection(deps, scope, { id: pull.id, paused: true }));
  value(
    await changeConnection(deps, scope, {
      id: file.id,
      archived: true,
      seenVersion: null,
    }),
  );
  const survey = value(await surveyConnections(deps, scope));
  assert.deepEqual(
    survey.map(({ connection, health, pull }) => [
      connection.name,
      health.state,
      connection.archivedAt !== null,
      pull !== null,
    ]),
    [
      ["API", "healthy", false, false],
      ["Bank", "paused", false, true],
      ["Cards", "healthy", true, false],
    ],
  );
  for (const { connection, health, pull } of survey) {
    const report = value(await readHealth(deps, scope, connection.id));
    assert.deepEqual({ connection, health, pull }, {
      connection: report.connection,
      health: report.health,
      pull: report.pull,
    });
  }
});
