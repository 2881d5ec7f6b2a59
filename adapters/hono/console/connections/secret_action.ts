import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { readConnection } from "../../../../src/integrations/use_cases/read_connection.ts";
import { rotateConnectionSecret } from "../../../../src/integrations/use_cases/rotate_connection_secret.ts";
import { action } from "../shell/action.ts";
import { connectionPage } from "./connection_page.tsx";
import { connectionId, connectionPath } from "./connection_path.ts";
import { secretTold } from "./secret_told.tsx";

/** Gives a connection another secret; one that was made for it is shown this once. */
export const secretAction = action({
  path: "/connections/{id}/secret",
  action: "connections.write",
  id: connectionId,
  form: z.object({ secret: z.string().optional() }),
  page: connectionPage,
  async act({ deps, scope, id, form, origin }) {
    const connection = await readConnection(deps, scope, id);
    if (!connection.ok) return connection;
    const rotated = await rotateConnectionSecret(deps, scope, {
      id,
      secret: form.secret?.trim(),
    });
    if (!rotated.ok) return rotated;
    return ok(
      rotated.value === null
        ? {
          to: connectionPath(id),
          flash: { kind: "done", text: "The secret is in force." },
        }
        : { shown: secretTold(connection.value, rotated.value, origin) },
    );
  },
});
