import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { PAYLOAD_STATES } from "../../../../src/integrations/payload.ts";
import { listPayloads } from "../../../../src/integrations/use_cases/list_payloads.ts";
import { readConnection } from "../../../../src/integrations/use_cases/read_connection.ts";
import { cursor } from "../../paging.ts";
import { Empty } from "../parts/empty.tsx";
import { SelectField } from "../parts/field.tsx";
import { Pager } from "../parts/pager.tsx";
import { page } from "../shell/page.tsx";
import {
  connectionId,
  connectionPath,
  CONNECTIONS,
} from "./connection_path.ts";
import { PAYLOAD_WORDS } from "./connection_words.ts";
import { PayloadTable } from "./payload_table.tsx";

/** Payloads on a page. */
const LIMIT = 50;

/** All that a source sent or listed, the latest first. */
export const payloadsPage = page({
  path: "/connections/{id}/payloads",
  action: "connections.read",
  id: connectionId,
  query: z.object({
    state: z.enum(PAYLOAD_STATES).optional(),
    cursor: cursor("pay").optional(),
  }),
  async show({ deps, scope, frame, id, query, filter, here }) {
    const connection = await readConnection(deps, scope, id);
    if (!connection.ok) return connection;
    const { name } = connection.value;
    return ok({
      title: "What came",
      lead: `From ${name}, kept as it was received.`,
      trail: [
        { href: CONNECTIONS, label: "Connections" },
        { href: connectionPath(id), label: name },
      ],
      tools: query.state === "failed" && frame.may("connections.write") && (
        <form method="post" action={`${connectionPath(id)}/replay-failed`}>
          <button type="submit" class="primary">Replay what failed</button>
        </form>
      ),
      body: (
        <>
          <form class="find" method="get" role="search">
            <SelectField
              form={filter}
              name="state"
              label="State"
              none="Any"
              choices={PAYLOAD_STATES.map((state) => [
                state,
                PAYLOAD_WORDS[state].label,
              ])}
            />
            <button type="submit">Show</button>
          </form>
        </>
      ),
      async rest() {
        const found = await listPayloads(deps, scope, {
          connectionId: id,
          state: query.state ?? null,
        }, { limit: LIMIT, cursor: query.cursor ?? null });
        if (!found.ok) return found;
        return ok(
          <>
            {found.value.data.length === 0
              ? (
                <Empty title="Nothing of that kind">
                  <p>What the source sends or lists appears here.</p>
                </Empty>
              )
              : (
                <PayloadTable
                  caption="Latest first"
                  payloads={found.value.data}
                  isWhole
                  allHref={null}
                />
              )}
            <Pager here={here} nextCursor={found.value.nextCursor} />
          </>,
        );
      },
    });
  },
});
