import { z } from "@hono/zod-openapi";
import { connectionFailures } from "../../../../src/integrations/connection.ts";
import {
  mappingInForce,
  mappingNumbered,
} from "../../../../src/integrations/mapping.ts";
import { listMappings } from "../../../../src/integrations/use_cases/list_mappings.ts";
import { listPayloads } from "../../../../src/integrations/use_cases/list_payloads.ts";
import { readConnection } from "../../../../src/integrations/use_cases/read_connection.ts";
import { tryMapping } from "../../../../src/integrations/use_cases/try_mapping.ts";
import { fail, ok } from "../../../../src/kernel/result.ts";
import { listMembers } from "../../../../src/tenancy/use_cases/list_members.ts";
import { integerText } from "../../fields.ts";
import { connectionId } from "../connections/connection_path.ts";
import { textOf } from "../shell/form_state.ts";
import { page } from "../shell/page.tsx";
import { InForceCard } from "./in_force_card.tsx";
import { MappingForm } from "./mapping_form.tsx";
import { connectionTrail, mappingPath, remapPath } from "./mapping_path.ts";
import { MappingVersions } from "./mapping_versions.tsx";
import { payloadAsked } from "./payload_asked.ts";
import { TrialCard } from "./trial_card.tsx";

/** Payloads to try a mapping on. */
const PAYLOADS = 10;

/** How what a connection receives becomes records. */
export const mappingPage = page({
  path: "/connections/{id}/mapping",
  action: "connections.read",
  id: connectionId,
  query: z.object({
    /** The number of an earlier mapping, to begin with. */
    from: integerText({ min: 0, max: 2_147_483_647 }).optional(),
  }),
  async show({ deps, scope, frame, id, query, form }) {
    const [connection, mappings, latest, members] = await Promise.all([
      readConnection(deps, scope, id),
      listMappings(deps, scope, id),
      listPayloads(deps, scope, { connectionId: id, state: null }, {
        limit: PAYLOADS,
        cursor: null,
      }),
      listMembers(deps, scope),
    ]);
    if (!connection.ok) return connection;
    if (!mappings.ok) return mappings;
    if (!latest.ok) return latest;
    if (!members.ok) return members;
    const { kind, name } = connection.value;
    if (kind !== "webhook" && kind !== "pull") {
      return fail(connectionFailures.other_kind({ kind }));
    }
    const names = new Map<string, string>(
      members.value.map((one) => [one.id, one.name]),
    );
    const inForce = mappingInForce(mappings.value, id);
    const kept = latest.value.data.filter(({ body }) => body !== null);
    const mayWrite = frame.may("connections.write");
    const isTrial = form.failure === null && textOf(form, "do") === "try";
    const isStale = form.failure?.kind === "mapping.stale";
    const sent = textOf(form, "seen");
    const earlier = mappings.value.filter((one) =>
      one.number !== inForce.number
    );
    return ok({
      title: "Mapping",
      lead: "How what comes becomes records.",
      trail: connectionTrail(id, name),
      tools: mayWrite && inForce.number > 0 && (
        <a class="button" href={remapPath(id)}>What came before</a>
      ),
      body: (
        <InForceCard
          mapping={mappings.value.find((one) => one.number === inForce.number)}
          names={names}
        />
      ),
      // An expression is somebody's program, and may take a second.
      async rest() {
        const on = isTrial ? payloadAsked(form.values) : null;
        if (on !== null && !on.ok) return on;
        const [first] = kept;
        const tried = on !== null
          ? await tryMapping(deps, scope, {
            connectionId: id,
            expression: textOf(form, "expression"),
            on: on.value,
          })
          : mayWrite && first
          ? await tryMapping(deps, scope, {
            connectionId: id,
            on: { payloadId: first.id },
          })
          : null;
        if (tried !== null && !tried.ok) return tried;
        return ok(
          <>
            {tried !== null && (
              <TrialCard
                title={isTrial
                  ? "What it would make"
                  : "What it makes of the latest"}
                tried={tried.value}
              />
            )}
            {mayWrite && (
              <MappingForm
                form={form}
                action={mappingPath(id)}
                expression={query.from === undefined
                  ? inForce.expression
                  : mappingNumbered(mappings.value, id, query.from)}
                seen={isStale || sent === "" ? inForce.number : Number(sent)}
                payloads={kept}
              />
            )}
            {earlier.length > 0 && (
              <MappingVersions
                mappings={earlier}
                names={names}
                mayWrite={mayWrite}
              />
            )}
          </>,
        );
      },
    });
  },
});
