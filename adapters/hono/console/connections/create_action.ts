import { z } from "@hono/zod-openapi";
import { fail, ok, type Result } from "../../../../src/kernel/result.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { connectionFailures } from "../../../../src/integrations/connection.ts";
import { hookSettingsSchema } from "../../../../src/integrations/hook_settings.ts";
import { manifestNamed } from "../../../../src/integrations/manifests/manifests.ts";
import { pullSettingsSchema } from "../../../../src/integrations/pull_settings.ts";
import {
  type CreateConnection,
  createConnection,
} from "../../../../src/integrations/use_cases/create_connection.ts";
import { name } from "../../fields.ts";
import { readBy } from "../../flaws_in.ts";
import { action } from "../shell/action.ts";
import { connectionPath } from "./connection_path.ts";
import { newPage } from "./new_page.tsx";
import { settingsText } from "./settings_form.ts";
import { secretTold } from "./secret_told.tsx";

const text = z.string().trim().optional();
const common = { name: name(), secret: text };

const newConnection = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("api"), ...common }),
  z.object({ kind: z.literal("file"), ...common }),
  z.object({
    kind: z.literal("webhook"),
    ...common,
    scheme: z.enum(["standard", "stripe", "github", "hmac"]),
    signature_header: text,
    signature_prefix: text,
    algorithm: text,
    encoding: text,
    timestamp_header: text,
    id_header: text,
    id_pointer: text,
  }),
  z.object({
    kind: z.literal("pull"),
    ...common,
    manifest: text,
    settings: settingsText(pullSettingsSchema).optional(),
  }),
]);

/** Makes a connection; a secret that was made for it is shown this once. */
export const createAction = action({
  path: "/connections/new",
  action: "connections.write",
  form: newConnection,
  page: newPage,
  async act({ once, scope, form, origin }) {
    const asked = askedFor(form);
    if (!asked.ok) return asked;
    const created = await createConnection(once, scope, asked.value);
    if (!created.ok) return created;
    const { connection, secret } = created.value;
    const isMade = form.kind === "webhook" && form.secret === undefined;
    if (isMade) {
      return ok({ shown: secretTold(connection, secret, origin) });
    }
    return ok({
      to: connectionPath(connection.id),
      flash: { kind: "done", text: `“${connection.name}” is there.` },
    });
  },
});

function askedFor(
  { name, secret, ...form }: z.output<typeof newConnection>,
): Result<CreateConnection, Failure> {
  if (form.kind === "api" || form.kind === "file") {
    return ok({ name, kind: form.kind, settings: null });
  }
  if (form.kind === "webhook") {
    const { kind, scheme, ...hmac } = form;
    const given = scheme === "hmac" ? { scheme, ...hmac } : { scheme };
    const read = readBy(hookSettingsSchema, given);
    return read.ok
      ? ok({ name, kind, settings: read.value, secret })
      : fail(connectionFailures.invalid({}, read.flaws));
  }
  const known = manifestNamed(form.manifest ?? "");
  const settings = known?.settings ?? form.settings;
  if (!settings) {
    return fail(connectionFailures.invalid({}, [{
      pointer: "/settings",
      detail: "are needed where no source is chosen",
    }]));
  }
  return ok({
    name,
    kind: "pull",
    settings,
    secret,
    mapping: known?.mapping,
  });
}
