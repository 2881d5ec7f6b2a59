import type { HealthReport } from "../../../../src/integrations/use_cases/read_health.ts";
import type { Connection } from "../../../../src/integrations/connection.ts";
import { Ask, Cancel } from "../parts/ask.tsx";
import { Card } from "../parts/card.tsx";
import { TextField } from "../parts/field.tsx";
import type { FormState } from "../shell/form_state.ts";
import { connectionPath } from "./connection_path.ts";

/** What is done with a connection now and then. */
export function ManageCard(
  { connection, report, form }: {
    readonly connection: Connection;
    readonly report: HealthReport;
    readonly form: FormState;
  },
) {
  const { id, name, kind, isDefault, archivedAt } = connection;
  const at = connectionPath(id);
  const isPaused = report.health.state === "paused";
  const hasSecret = kind === "webhook" || kind === "pull";
  if (archivedAt !== null) {
    return (
      <Card title="Manage">
        <form method="post" action={`${at}/archive`}>
          <input type="hidden" name="to" value="open" />
          <button type="submit">Take it out of the archive</button>
        </form>
      </Card>
    );
  }
  return (
    <Card title="Manage">
      <div class="buttons">
        <a class="button" href={`${at}/edit`}>
          {hasSecret ? "Rename or change settings" : "Rename"}
        </a>
        {report.payloads.failed > 0 && (
          <form method="post" action={`${at}/replay-failed`}>
            <button type="submit">Replay what failed</button>
          </form>
        )}
        {hasSecret && (
          <form method="post" action={`${at}/pause`}>
            <input type="hidden" name="to" value={isPaused ? "on" : "paused"} />
            <button type="submit">{isPaused ? "Let it go on" : "Pause"}</button>
          </form>
        )}
        {hasSecret && (
          <Ask id="rotate" button="New secret" title="Another secret?">
            <SecretForm at={at} kind={kind} form={form} />
          </Ask>
        )}
        {!isDefault && (
          <Ask
            id="archive"
            button="Archive"
            tone="danger"
            title={`Archive “${name}”?`}
          >
            <p>
              It takes nothing in any more. Its records stay, and it can be
              taken out of the archive again.
            </p>
            <form method="post" action={`${at}/archive`} class="buttons">
              <input type="hidden" name="to" value="archived" />
              <button type="submit" class="danger">Archive it</button>
              <Cancel of="archive" />
            </form>
          </Ask>
        )}
      </div>
    </Card>
  );
}

function SecretForm(
  { at, kind, form }: {
    readonly at: string;
    readonly kind: Connection["kind"];
    readonly form: FormState;
  },
) {
  return (
    <form method="post" action={`${at}/secret`} class="fields">
      <p>
        {kind === "webhook"
          ? "The one before is taken for 24 hours more, so that the sender can be changed in between."
          : "It is used from the next request on. The one before is forgotten."}
      </p>
      <TextField
        form={form}
        name="secret"
        label="Secret"
        {...kind === "webhook" && {
          hint: "Blank: one is made, and shown once.",
          required: false,
        }}
        type="password"
      />
      <div class="buttons">
        <button type="submit" class="primary">Put it in force</button>
        <Cancel of="rotate" />
      </div>
    </form>
  );
}
