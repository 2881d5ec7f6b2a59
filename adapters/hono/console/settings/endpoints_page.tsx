import { ok } from "../../../../src/kernel/result.ts";
import type { Endpoint } from "../../../../src/notifications/endpoint.ts";
import { createEndpoint } from "../../../../src/notifications/use_cases/create_endpoint.ts";
import { listEndpoints } from "../../../../src/notifications/use_cases/list_endpoints.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { Tag } from "../parts/tag.tsx";
import { action } from "../shell/action.ts";
import { Once } from "../shell/once.tsx";
import { page } from "../shell/page.tsx";
import {
  ENDPOINT_LABELS,
  EndpointFields,
  endpointForm,
} from "./endpoint_form.tsx";
import { endpointSecretShown } from "./endpoint_secret_shown.ts";
import { endpointPath, ENDPOINTS, SETTINGS } from "./settings_path.ts";
import { SettingsTabs } from "./settings_tabs.tsx";

/** Where the company's programs are told of things. */
export const endpointsPage = page({
  path: "/settings/endpoints",
  action: "notifications.read",
  async show({ deps, scope, frame }) {
    const all = await listEndpoints(deps, scope);
    if (!all.ok) return all;
    return ok({
      title: "Webhooks for notices",
      lead: "Programs of yours that are told what people are told by e-mail.",
      trail: [{ href: SETTINGS, label: "Settings" }],
      tools: frame.may("notifications.write") && (
        <a class="button primary" href={`${ENDPOINTS}/new`}>New webhook</a>
      ),
      body: (
        <>
          <SettingsTabs frame={frame} at={ENDPOINTS} />
          {all.value.length === 0
            ? (
              <Empty title="No webhooks yet">
                <p>Notices go by e-mail alone.</p>
              </Empty>
            )
            : (
              <DataTable<Endpoint>
                caption="Oldest first"
                columns={[
                  {
                    label: "Address",
                    isTitle: true,
                    cell: ({ id, url }) => <a href={endpointPath(id)}>{url}</a>,
                  },
                  { label: "Name", cell: ({ description }) => description },
                  {
                    label: "Kinds",
                    align: "right",
                    cell: ({ kinds }) => kinds.length,
                  },
                  {
                    label: "State",
                    cell: ({ disabledAt, failingSince }) =>
                      disabledAt !== null
                        ? <Tag tone="bad">Off</Tag>
                        : failingSince !== null
                        ? <Tag tone="warn">Failing</Tag>
                        : <Tag tone="good">On</Tag>,
                  },
                ]}
                rows={all.value}
              />
            )}
        </>
      ),
    });
  },
});

/** A new endpoint. */
export const newEndpointPage = page({
  path: "/settings/endpoints/new",
  action: "notifications.write",
  show({ form }) {
    return Promise.resolve(ok({
      title: "New webhook",
      trail: [
        { href: SETTINGS, label: "Settings" },
        { href: ENDPOINTS, label: "Webhooks for notices" },
      ],
      body: (
        <form
          method="post"
          action={`${ENDPOINTS}/new`}
          class="card fields wide"
        >
          <FormTrouble form={form} labels={ENDPOINT_LABELS} />
          <Once form={form} />
          <EndpointFields form={form} />
          <div class="buttons">
            <button type="submit" class="primary">Make the webhook</button>
            <a class="button" href={ENDPOINTS}>Cancel</a>
          </div>
        </form>
      ),
    }));
  },
});

/** Makes it; its secret is shown this once. */
export const newEndpointAction = action({
  path: "/settings/endpoints/new",
  action: "notifications.write",
  form: endpointForm,
  page: newEndpointPage,
  async act({ once, scope, form }) {
    const made = await createEndpoint(once, scope, form);
    return made.ok ? ok({ shown: endpointSecretShown(made.value) }) : made;
  },
});
