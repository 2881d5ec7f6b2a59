import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { OVERLAP_S_DEFAULT } from "../../../../src/notifications/endpoint.ts";
import { changeEndpoint } from "../../../../src/notifications/use_cases/change_endpoint.ts";
import { readEndpoint } from "../../../../src/notifications/use_cases/read_endpoint.ts";
import { removeEndpoint } from "../../../../src/notifications/use_cases/remove_endpoint.ts";
import { rotateEndpointSecret } from "../../../../src/notifications/use_cases/rotate_endpoint_secret.ts";
import { testEndpoint } from "../../../../src/notifications/use_cases/test_endpoint.ts";
import { action } from "../shell/action.ts";
import { editAction } from "../shell/edit_action.ts";
import { endpointForm, endpointValues } from "./endpoint_form.tsx";
import { endpointPage } from "./endpoint_page.tsx";
import { endpointSecretShown } from "./endpoint_secret_shown.ts";
import { endpointId, endpointPath, ENDPOINTS } from "./settings_path.ts";

const common = {
  action: "notifications.write",
  id: endpointId,
  page: endpointPage,
} as const;

export const changeEndpointAction = editAction({
  ...common,
  path: "/settings/endpoints/{id}",
  form: endpointForm,
  async standing({ deps, scope, id }) {
    const found = await readEndpoint(deps, scope, id);
    if (!found.ok) return found;
    const it = found.value;
    return ok({ it, version: it.version, values: endpointValues(it) });
  },
  async act({ deps, scope, id, form, version }) {
    const changed = await changeEndpoint(deps, scope, id, form, version);
    return changed.ok
      ? ok({ to: endpointPath(id), flash: { kind: "done", text: "Saved." } })
      : changed;
  },
});

export const switchEndpointAction = action({
  ...common,
  path: "/settings/endpoints/{id}/switch",
  form: z.object({ to: z.enum(["on", "off"]) }),
  async act({ deps, scope, id, form }) {
    const enabled = form.to === "on";
    const changed = await changeEndpoint(deps, scope, id, { enabled }, null);
    return changed.ok
      ? ok({
        to: endpointPath(id),
        flash: {
          kind: "done",
          text: enabled ? "It gets notices again." : "It is switched off.",
        },
      })
      : changed;
  },
});

export const testEndpointAction = action({
  ...common,
  path: "/settings/endpoints/{id}/test",
  form: z.object({}),
  async act({ deps, scope, id }) {
    const asked = await testEndpoint(deps, scope, id);
    return asked.ok
      ? ok({
        to: endpointPath(id),
        flash: {
          kind: "done",
          text: "A test goes out. The list of messages tells what came of it.",
        },
      })
      : asked;
  },
});

/** Makes another secret, which is shown this once. */
export const endpointSecretAction = action({
  ...common,
  path: "/settings/endpoints/{id}/secret",
  form: z.object({}),
  async act({ deps, scope, id }) {
    const overlapMs = OVERLAP_S_DEFAULT * 1_000;
    const made = await rotateEndpointSecret(deps, scope, id, { overlapMs });
    return made.ok ? ok({ shown: endpointSecretShown(made.value) }) : made;
  },
});

export const removeEndpointAction = action({
  ...common,
  path: "/settings/endpoints/{id}/remove",
  form: z.object({}),
  async act({ deps, scope, id }) {
    const removed = await removeEndpoint(deps, scope, id);
    return removed.ok
      ? ok({
        to: ENDPOINTS,
        flash: { kind: "done", text: "The webhook was removed." },
      })
      : removed;
  },
});
