import { z } from "@hono/zod-openapi";
import { plusMs } from "../../../../src/kernel/instant.ts";
import { ok } from "../../../../src/kernel/result.ts";
import {
  type Action,
  GRANTABLE_ACTIONS,
  ROLES,
} from "../../../../src/tenancy/access.ts";
import { issueApiKey } from "../../../../src/tenancy/use_cases/issue_api_key.ts";
import { name } from "../../fields.ts";
import { CheckGroup } from "../parts/check_group.tsx";
import { day, DAY_MS } from "../records/filter_query.ts";
import { SelectField, TextField } from "../parts/field.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { listedTexts } from "../parts/listed_texts.ts";
import { action } from "../shell/action.ts";
import { Once } from "../shell/once.tsx";
import { page } from "../shell/page.tsx";
import { KEYS, MEMBERS } from "./member_path.ts";
import { roleChoices } from "./role_words.ts";
import { scopeGroups } from "./scope_groups.ts";
import { secretShown } from "./secret_shown.ts";

const SCOPES = GRANTABLE_ACTIONS as readonly [Action, ...Action[]];

/** What a new key is called and may do. */
export const newKeyPage = page({
  path: "/members/keys/new",
  action: "api_keys.write",
  show({ frame, form }) {
    return Promise.resolve(ok({
      title: "New API key",
      lead:
        "One for each program, with no more rights than it needs: so one can be taken away without the others.",
      trail: [
        { href: MEMBERS, label: "Members" },
        { href: KEYS, label: "API keys" },
      ],
      body: (
        <form method="post" action={`${KEYS}/new`} class="card fields wide">
          <FormTrouble
            form={form}
            labels={{
              name: "Name",
              role: "Role",
              scopes: "What it may do",
              expires: "Ends after",
              source_agent: "Source",
            }}
          />
          <Once form={form} />
          <TextField
            form={form}
            name="name"
            label="Name"
            hint="Of the program, for whoever looks at the list."
            required
            maxlength={200}
          />
          <SelectField
            form={form}
            name="role"
            label="Role"
            value="agent"
            choices={[
              ["agent", "Agent: just what is ticked below"],
              ...roleChoices(frame.role === "owner"),
            ]}
          />
          <CheckGroup
            form={form}
            name="scopes"
            legend="What it may do"
            hint="For an agent only; other roles have what the role has."
            chosen={["records.write", "records.read"]}
            choices={scopeGroups(frame.may)}
          />
          <TextField
            form={form}
            name="source_agent"
            label="Source"
            hint="What events written with the key name as their source: small letters, digits, dots and dashes."
            required={false}
            maxlength={64}
          />
          <TextField
            form={form}
            name="expires"
            label="Ends after"
            hint="The last day on which it works; blank: it works until it is revoked."
            type="date"
            required={false}
          />
          <div class="buttons">
            <button type="submit" class="primary">Make the key</button>
            <a class="button" href={KEYS}>Cancel</a>
          </div>
        </form>
      ),
    }));
  },
});

/** Makes the key; its secret is shown this once. */
export const newKeyAction = action({
  path: "/members/keys/new",
  action: "api_keys.write",
  form: z.object({
    name: name(),
    role: z.enum([...ROLES, "agent"]),
    scopes: listedTexts(SCOPES),
    source_agent: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, {
      error:
        "is not 1 to 64 small letters, digits, dots, dashes or underscores",
    }).default("balance"),
    expires: day.optional(),
  }).refine(({ role, scopes }) => role !== "agent" || scopes.length > 0, {
    path: ["scopes"],
    error: "names nothing: an agent may do just what is ticked",
  }),
  page: newKeyPage,
  async act({ once, scope, form }) {
    const { name, role, scopes, source_agent, expires } = form;
    const issued = await issueApiKey(once, scope, {
      name,
      role,
      // What is ticked counts for an agent alone.
      scopes: role === "agent" ? scopes : [],
      sourceAgent: source_agent,
      expiresAt: expires ? plusMs(expires, DAY_MS) : null,
    });
    return issued.ok ? ok({ shown: secretShown(issued.value) }) : issued;
  },
});
