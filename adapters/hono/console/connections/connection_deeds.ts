import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { beginAuthorisation } from "../../../../src/integrations/use_cases/begin_authorisation.ts";
import { changeConnection } from "../../../../src/integrations/use_cases/change_connection.ts";
import { pauseConnection } from "../../../../src/integrations/use_cases/pause_connection.ts";
import { replayFailedPayloads } from "../../../../src/integrations/use_cases/replay_payloads.ts";
import { requestPull } from "../../../../src/integrations/use_cases/request_pull.ts";
import { OAUTH_RETURN } from "../../oauth_return.ts";
import { action } from "../shell/action.ts";
import { connectionPage } from "./connection_page.tsx";
import { connectionId, connectionPath } from "./connection_path.ts";

/** Leads to the source, where somebody says yes; from there the way is back to the connection's page. */
export const authoriseAction = action({
  path: "/connections/{id}/authorise",
  action: "connections.write",
  id: connectionId,
  form: z.object({}),
  page: connectionPage,
  async act({ deps, scope, id, origin }) {
    const begun = await beginAuthorisation(deps, scope, {
      id,
      redirectUri: `${origin}${OAUTH_RETURN}`,
    });
    return begun.ok ? ok({ leaveTo: begun.value.url }) : begun;
  },
});

/** Fetches now, whatever was planned. */
export const syncAction = action({
  path: "/connections/{id}/sync",
  action: "connections.write",
  id: connectionId,
  form: z.object({}),
  page: connectionPage,
  async act({ deps, scope, id }) {
    const run = await requestPull(deps, scope, id);
    return run.ok
      ? ok({
        to: connectionPath(id),
        flash: { kind: "done", text: "The fetch was asked for." },
      })
      : run;
  },
});

/** Pauses the connection, or lets it go on. */
export const pauseAction = action({
  path: "/connections/{id}/pause",
  action: "connections.write",
  id: connectionId,
  form: z.object({ to: z.enum(["paused", "on"]) }),
  page: connectionPage,
  async act({ deps, scope, id, form }) {
    const paused = form.to === "paused";
    const done = await pauseConnection(deps, scope, { id, paused });
    return done.ok
      ? ok({
        to: connectionPath(id),
        flash: {
          kind: "done",
          text: paused
            ? "It is paused."
            : "It goes on. What was kept meanwhile is taken in now.",
        },
      })
      : done;
  },
});

/** Archives the connection, or takes it out again. */
export const archiveAction = action({
  path: "/connections/{id}/archive",
  action: "connections.write",
  id: connectionId,
  form: z.object({ to: z.enum(["archived", "open"]) }),
  page: connectionPage,
  async act({ deps, scope, id, form }) {
    const archived = form.to === "archived";
    const changed = await changeConnection(deps, scope, {
      id,
      archived,
      seenVersion: null,
    });
    return changed.ok
      ? ok({
        to: connectionPath(id),
        flash: {
          kind: "done",
          text: archived
            ? "It is archived."
            : "It is out of the archive, and takes records in again.",
        },
      })
      : changed;
  },
});

/** Takes in again what failed. */
export const replayFailedAction = action({
  path: "/connections/{id}/replay-failed",
  action: "connections.write",
  id: connectionId,
  form: z.object({}),
  page: connectionPage,
  async act({ deps, scope, id }) {
    const replayed = await replayFailedPayloads(deps, scope, id);
    return replayed.ok
      ? ok({
        to: connectionPath(id),
        flash: {
          kind: "done",
          text: `${replayed.value} of what failed wait to be taken in again.`,
        },
      })
      : replayed;
  },
});
