import { z } from "@hono/zod-openapi";
import {
  type ComparedPayload,
  compareMapping,
} from "../../../../src/integrations/use_cases/compare_mapping.ts";
import { readConnection } from "../../../../src/integrations/use_cases/read_connection.ts";
import { requestRemap } from "../../../../src/integrations/use_cases/request_remap.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { cursor } from "../../paging.ts";
import {
  connectionId,
  connectionPath,
  payloadPath,
} from "../connections/connection_path.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Empty } from "../parts/empty.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { Moment } from "../parts/figures.tsx";
import { Pager } from "../parts/pager.tsx";
import { action } from "../shell/action.ts";
import { page } from "../shell/page.tsx";
import { connectionTrail, mappingPath, remapPath } from "./mapping_path.ts";
import { RemappedList } from "./remapped_list.tsx";

/** Payloads on a page: each is mapped twice. */
const LIMIT = 20;

/** What the mapping in force would make of what was received before. */
export const remapPage = page({
  path: "/connections/{id}/remap",
  action: "connections.write",
  expensive: true,
  id: connectionId,
  query: z.object({ cursor: cursor("pay").optional() }),
  async show({ deps, scope, id, query, form, here }) {
    const connection = await readConnection(deps, scope, id);
    if (!connection.ok) return connection;
    return ok({
      title: "What came before",
      lead: "What the mapping in force makes of it, against what was made.",
      trail: [
        ...connectionTrail(id, connection.value.name),
        { href: mappingPath(id), label: "Mapping" },
      ],
      tools: (
        <form method="post" action={remapPath(id)}>
          <button type="submit" class="primary">Apply it to all</button>
        </form>
      ),
      body: (
        <>
          <FormTrouble form={form} />
          <p>
            Applied to all, a record changes only where what came is the version
            of it that stands. What a person decided or corrected stays;
            anything else is decided anew.
          </p>
        </>
      ),
      async rest() {
        const compared = await compareMapping(deps, scope, {
          connectionId: id,
          expression: undefined,
        }, { limit: LIMIT, cursor: query.cursor ?? null });
        if (!compared.ok) return compared;
        const { data, nextCursor } = compared.value;
        return ok(
          <>
            {data.length === 0
              ? (
                <Empty title="Nothing to compare">
                  <p>
                    Nothing that was taken in is still kept as it came.
                  </p>
                </Empty>
              )
              : <Table rows={data} />}
            <Pager here={here} nextCursor={nextCursor} />
          </>,
        );
      },
    });
  },
});

function Table({ rows }: { readonly rows: readonly ComparedPayload[] }) {
  return (
    <DataTable<ComparedPayload>
      caption="Latest first"
      columns={[
        {
          label: "Sender’s id",
          isTitle: true,
          cell: ({ payload }) => (
            <a href={payloadPath(payload.id)}>{payload.externalId}</a>
          ),
        },
        {
          label: "Received",
          cell: ({ payload }) => <Moment at={payload.receivedAt} />,
        },
        {
          label: "Records",
          cell: ({ records, failure }) =>
            failure !== null
              ? `It would fail: ${failure.detail}`
              : <RemappedList records={records} />,
        },
      ]}
      rows={rows}
    />
  );
}

/** Applies the mapping in force to what was received before; a job does it. */
export const remapAction = action({
  path: "/connections/{id}/remap",
  action: "connections.write",
  id: connectionId,
  form: z.object({}),
  page: remapPage,
  async act({ deps, scope, id }) {
    const number = await requestRemap(deps, scope, id);
    return number.ok
      ? ok({
        to: connectionPath(id),
        flash: {
          kind: "done",
          text: `Mapping ${number.value} is applied to what came before.`,
        },
      })
      : number;
  },
});
