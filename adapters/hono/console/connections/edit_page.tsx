import { z } from "@hono/zod-openapi";
import { fail, ok } from "../../../../src/kernel/result.ts";
import {
  connectionFailures,
  type ConnectionSource,
} from "../../../../src/integrations/connection.ts";
import { hookSettingsSchema } from "../../../../src/integrations/hook_settings.ts";
import { pullSettingsSchema } from "../../../../src/integrations/pull_settings.ts";
import { changeConnection } from "../../../../src/integrations/use_cases/change_connection.ts";
import { readConnection } from "../../../../src/integrations/use_cases/read_connection.ts";
import { integerText, name } from "../../fields.ts";
import { readBy } from "../../flaws_in.ts";
import { FormTrouble, TextArea, TextField } from "../parts/field.tsx";
import { yamlText } from "../parts/yaml_text.ts";
import { action } from "../shell/action.ts";
import { page } from "../shell/page.tsx";
import { textOf } from "../shell/form_state.ts";
import {
  connectionId,
  connectionPath,
  CONNECTIONS,
} from "./connection_path.ts";
import { settingsText } from "./settings_form.ts";

const LABELS = { name: "Name", settings: "Settings" };

/** A connection's name and settings, to be changed. */
export const editPage = page({
  path: "/connections/{id}/edit",
  action: "connections.write",
  id: connectionId,
  async show({ deps, scope, id, form }) {
    const found = await readConnection(deps, scope, id);
    if (!found.ok) return found;
    const { name, settings, version } = found.value;
    const at = connectionPath(id);
    const isStale = form.failure?.kind === "connection.stale";
    const seen = isStale ? "" : textOf(form, "seen");
    return ok({
      title: `Change ${name}`,
      trail: [
        { href: CONNECTIONS, label: "Connections" },
        { href: at, label: name },
      ],
      body: (
        <form class="card" method="post" action={`${at}/edit`}>
          <FormTrouble form={form} labels={LABELS} />
          {isStale && (
            <p>
              What you wrote is still here. Press Save again to put it in the
              place of theirs, or <a href={`${at}/edit`}>start from theirs</a>.
            </p>
          )}
          <input type="hidden" name="seen" value={seen || String(version)} />
          <div class="fields">
            <TextField
              form={form}
              name="name"
              label="Name"
              value={name}
              required
            />
          </div>
          {settings !== null && (
            <div class="settings">
              <TextArea
                form={form}
                name="settings"
                label="Settings, as YAML or JSON"
                hint="No secrets are here: they are changed by themselves."
                value={yamlText(settings)}
                rows={18}
              />
            </div>
          )}
          <div class="buttons more">
            <button type="submit" class="primary">Save</button>
            <a class="button" href={at}>Cancel</a>
          </div>
        </form>
      ),
    });
  },
});

/** Changes a connection, in the version that its writer saw. */
export const editAction = action({
  path: "/connections/{id}/edit",
  action: "connections.write",
  id: connectionId,
  form: z.object({
    name: name(),
    settings: z.string().optional(),
    seen: integerText({ min: 1, max: 2_147_483_647 }).optional(),
  }),
  page: editPage,
  async act({ deps, scope, id, form }) {
    const before = await readConnection(deps, scope, id);
    if (!before.ok) return before;
    const { kind } = before.value;
    const schema = kind === "webhook"
      ? hookSettingsSchema
      : kind === "pull"
      ? pullSettingsSchema
      : null;
    const read = schema && form.settings !== undefined
      ? readBy(settingsText(schema), form.settings)
      : null;
    if (read && !read.ok) {
      return fail(connectionFailures.invalid(
        {},
        read.flaws.map(({ detail }) => ({ pointer: "/settings", detail })),
      ));
    }
    const changed = await changeConnection(deps, scope, {
      id,
      name: form.name,
      source: read
        ? { kind, settings: read.value } as ConnectionSource
        : undefined,
      seenVersion: form.seen ?? null,
    });
    return changed.ok
      ? ok({
        to: connectionPath(id),
        flash: { kind: "done", text: "It was changed." },
      })
      : changed;
  },
});
