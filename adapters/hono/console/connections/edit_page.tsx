import { z } from "@hono/zod-openapi";
import type { Flaw } from "../../../../src/kernel/failure.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import {
  type Connection,
  connectionFailures,
  type ConnectionSource,
} from "../../../../src/integrations/connection.ts";
import { hookSettingsSchema } from "../../../../src/integrations/hook_settings.ts";
import { pullSettingsSchema } from "../../../../src/integrations/pull_settings.ts";
import { changeConnection } from "../../../../src/integrations/use_cases/change_connection.ts";
import { readConnection } from "../../../../src/integrations/use_cases/read_connection.ts";
import { name } from "../../fields.ts";
import { readBy } from "../../flaws_in.ts";
import { EditForm } from "../parts/edit_form.tsx";
import { TextArea, TextField } from "../parts/field.tsx";
import { yamlText } from "../parts/yaml_text.ts";
import { editAction } from "../shell/edit_action.ts";
import { editState } from "../shell/edit_state.ts";
import type { FormValues } from "../shell/form_state.ts";
import { page } from "../shell/page.tsx";
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
    const { name, settings } = found.value;
    const at = connectionPath(id);
    const edit = editState(form, valuesOf(found.value), "connection");
    return ok({
      title: `Change ${name}`,
      trail: [
        { href: CONNECTIONS, label: "Connections" },
        { href: at, label: name },
      ],
      body: (
        <EditForm
          form={edit}
          action={`${at}/edit`}
          labels={LABELS}
          look="card fields wide"
          cancel={at}
        >
          <TextField form={edit} name="name" label={LABELS.name} required />
          {settings !== null && (
            <div class="settings">
              <TextArea
                form={edit}
                name="settings"
                label="Settings, as YAML or JSON"
                hint="No secrets are here: they are changed by themselves."
                rows={18}
              />
            </div>
          )}
        </EditForm>
      ),
    });
  },
});

/** Changes a connection; its settings are read and sent on only where somebody wrote in them. */
export const changeAction = editAction({
  path: "/connections/{id}/edit",
  action: "connections.write",
  id: connectionId,
  form: z.object({ name: name(), settings: z.string().optional() }),
  page: editPage,
  async standing({ deps, scope, id }) {
    const found = await readConnection(deps, scope, id);
    if (!found.ok) return found;
    const it = found.value;
    return ok({ it, version: it.version, values: valuesOf(it) });
  },
  async act({ deps, scope, id, form, it: { kind }, values, version }) {
    const schema = kind === "webhook"
      ? hookSettingsSchema
      : kind === "pull"
      ? pullSettingsSchema
      : null;
    const read = schema && form.settings !== values["settings"]
      ? readBy(settingsText(schema), form.settings ?? "")
      : null;
    if (read && !read.ok) {
      return fail(connectionFailures.invalid({}, inSettings(read.flaws)));
    }
    const changed = await changeConnection(deps, scope, {
      id,
      name: form.name,
      source: read
        ? { kind, settings: read.value } as ConnectionSource
        : undefined,
      seenVersion: version,
    });
    if (changed.ok) {
      return ok({
        to: connectionPath(id),
        flash: { kind: "done", text: "It was changed." },
      });
    }
    const { failure } = changed;
    return failure.kind === "connection.invalid"
      ? fail({ ...failure, flaws: inSettings(failure.flaws) })
      : changed;
  },
});

/** The text of all settings is one field. */
function inSettings(flaws: readonly Flaw[]): readonly Flaw[] {
  return flaws.map(({ detail }) => ({ pointer: "/settings", detail }));
}

function valuesOf({ name, settings }: Connection): FormValues {
  return { name, settings: settings === null ? "" : yamlText(settings) };
}
