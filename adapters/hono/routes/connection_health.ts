import { connectionFailures } from "../../../src/integrations/connection.ts";
import { pauseConnection } from "../../../src/integrations/use_cases/pause_connection.ts";
import { readHealth } from "../../../src/integrations/use_cases/read_health.ts";
import { ok } from "../../../src/kernel/result.ts";
import { type Route, route } from "../route.ts";
import { connectionInPath } from "./connections.ts";
import { healthJson, healthSchema } from "./health_schema.ts";

const tag = "connections";
const answer = {
  status: 200,
  description: "How the connection does",
  schema: healthSchema,
} as const;

const read = route({
  method: "get",
  path: "/connections/{id}/health",
  tag,
  summary: "Read how a connection does, and why",
  description:
    "Told by what became of its webhooks and pulls, not by asking the source now. `degraded` works, with failures in a row; `broken` is tried once in a while; `needs_reauth` waits for somebody to authorise it anew; `paused` was told to wait.",
  action: "connections.read",
  id: connectionInPath,
  answer,
  async handle({ deps, scope, id }) {
    const report = await readHealth(deps, scope, id);
    return report.ok
      ? ok({ body: healthJson(report.value, deps.clock.now()) })
      : report;
  },
});

const [pause, resume] = ([true, false] as const).map((paused) =>
  route({
    method: "post",
    path: `/connections/{id}/${paused ? "pause" : "resume"}`,
    tag,
    summary: paused ? "Pause a connection" : "Let a connection go on",
    description: paused
      ? "Webhooks that arrive meanwhile are kept and not taken in; nothing is fetched."
      : "What was kept meanwhile is taken in now.",
    action: "connections.write",
    id: connectionInPath,
    answer: { status: 204, description: "Done" },
    refusals: [connectionFailures.archived()],
    async handle({ deps, scope, id }) {
      const done = await pauseConnection(deps, scope, { id, paused });
      return done.ok ? ok({ body: null }) : done;
    },
  })
) as [Route, Route];

export const connectionHealthRoutes: readonly Route[] = [read, pause, resume];
