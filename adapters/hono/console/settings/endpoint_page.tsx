import { ok } from "../../../../src/kernel/result.ts";
import type { Endpoint } from "../../../../src/notifications/endpoint.ts";
import type { NoticeDelivery } from "../../../../src/notifications/notice_delivery.ts";
import { listNoticeDeliveries } from "../../../../src/notifications/use_cases/list_notice_deliveries.ts";
import { readEndpoint } from "../../../../src/notifications/use_cases/read_endpoint.ts";
import { Ask, Cancel } from "../parts/ask.tsx";
import { Card } from "../parts/card.tsx";
import { DataTable } from "../parts/data_table.tsx";
import { EditForm } from "../parts/edit_form.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { Moment } from "../parts/figures.tsx";
import { Tag, type Tone } from "../parts/tag.tsx";
import { editState } from "../shell/edit_state.ts";
import { page } from "../shell/page.tsx";
import {
  ENDPOINT_LABELS,
  EndpointFields,
  endpointValues,
} from "./endpoint_form.tsx";
import {
  endpointId,
  endpointPath,
  ENDPOINTS,
  SETTINGS,
} from "./settings_path.ts";

/** Deliveries that are shown. */
const DELIVERIES = 20;

const OFF_WORDS = {
  asked: "Somebody switched it off.",
  gone: "It was switched off: its address answered that it is gone.",
  failing: "It was switched off: nothing went well for five days.",
} as const;

const STATUS_TONES: Readonly<Record<NoticeDelivery["status"], Tone>> = {
  pending: "note",
  delivered: "good",
  failed: "bad",
  skipped: "plain",
};

/** One endpoint: what it gets, how that goes, and what can be done. */
export const endpointPage = page({
  path: "/settings/endpoints/{id}",
  action: "notifications.read",
  id: endpointId,
  async show({ deps, scope, frame, id, form }) {
    const [found, deliveries] = await Promise.all([
      readEndpoint(deps, scope, id),
      listNoticeDeliveries(deps, scope, { endpointId: id }, {
        limit: DELIVERIES,
        cursor: null,
      }),
    ]);
    if (!found.ok) return found;
    if (!deliveries.ok) return deliveries;
    const endpoint = found.value;
    const isWriter = frame.may("notifications.write");
    const edit = editState(form, endpointValues(endpoint), "endpoint");
    return ok({
      title: endpoint.description || new URL(endpoint.url).host,
      ...endpoint.disabledFor !== null &&
        { lead: OFF_WORDS[endpoint.disabledFor] },
      trail: [
        { href: SETTINGS, label: "Settings" },
        { href: ENDPOINTS, label: "Webhooks for notices" },
      ],
      body: (
        <>
          {edit.failure === null && <FormTrouble form={form} />}
          {isWriter && <Deeds endpoint={endpoint} />}
          {isWriter
            ? (
              <EditForm
                form={edit}
                action={endpointPath(id)}
                labels={ENDPOINT_LABELS}
                look="card fields wide"
                cancel={ENDPOINTS}
              >
                <EndpointFields form={edit} />
              </EditForm>
            )
            : (
              <p>
                <code>{endpoint.url}</code>
              </p>
            )}
          {deliveries.value.data.length > 0 && (
            <DataTable<NoticeDelivery>
              caption="The latest messages to it"
              columns={[
                {
                  label: "Made",
                  isTitle: true,
                  cell: (one) => <Moment at={one.createdAt} />,
                },
                {
                  label: "State",
                  cell: ({ status }) => (
                    <Tag tone={STATUS_TONES[status]}>{status}</Tag>
                  ),
                },
                {
                  label: "Attempts",
                  align: "right",
                  cell: ({ attempts }) => attempts,
                },
                {
                  label: "Last answer",
                  cell: ({ lastCode, lastFailure }) =>
                    lastFailure ?? lastCode ?? <span class="quiet">none</span>,
                },
              ]}
              rows={deliveries.value.data}
            />
          )}
        </>
      ),
    });
  },
});

function Deeds(
  { endpoint: { id, disabledAt } }: { readonly endpoint: Endpoint },
) {
  const at = endpointPath(id);
  const isOn = disabledAt === null;
  return (
    <Card title="Try, switch, remove">
      <div class="buttons">
        {isOn && (
          <form method="post" action={`${at}/test`}>
            <button type="submit">Send a test</button>
          </form>
        )}
        <form method="post" action={`${at}/switch`}>
          <input type="hidden" name="to" value={isOn ? "off" : "on"} />
          <button type="submit">{isOn ? "Switch off" : "Switch on"}</button>
        </form>
        <form method="post" action={`${at}/secret`}>
          <button type="submit">Make a new secret</button>
        </form>
        <Ask id="remove" button="Remove" tone="danger" title="Remove it?">
          <p>It gets nothing any more. Its address and secrets go.</p>
          <form method="post" action={`${at}/remove`} class="buttons">
            <button type="submit" class="danger">Remove webhook</button>
            <Cancel of="remove" />
          </form>
        </Ask>
      </div>
      <p class="quiet small">
        After a new secret is made the one before signs beside it for a day.
      </p>
    </Card>
  );
}
