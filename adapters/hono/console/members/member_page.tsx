import { fail, ok } from "../../../../src/kernel/result.ts";
import { memberFailures } from "../../../../src/tenancy/member.ts";
import { listMembers } from "../../../../src/tenancy/use_cases/list_members.ts";
import { Ask, Cancel } from "../parts/ask.tsx";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { FormTrouble, SelectField, TextField } from "../parts/field.tsx";
import { Day } from "../parts/figures.tsx";
import { page } from "../shell/page.tsx";
import { memberId, memberPath, MEMBERS } from "./member_path.ts";
import { roleChoices } from "./role_words.ts";

/** One member: name and role, sessions, and leaving. */
export const memberPage = page({
  path: "/members/{id}",
  action: "members.write",
  id: memberId,
  async show({ deps, scope, frame, id, form }) {
    const all = await listMembers(deps, scope);
    if (!all.ok) return all;
    const member = all.value.find((one) => one.id === id);
    if (!member) return fail(memberFailures.missing({ member_id: id }));
    const at = memberPath(id);
    return ok({
      title: member.name,
      trail: [{ href: MEMBERS, label: "Members" }],
      body: (
        <>
          <FormTrouble form={form} labels={{ name: "Name", role: "Role" }} />
          <div class="columns">
            <Card title="Name and role">
              <Facts>
                <Fact name="E-mail">{member.email}</Fact>
                <Fact name="Since">
                  <Day at={member.createdAt} />
                </Fact>
              </Facts>
              <form method="post" action={at} class="fields more">
                <TextField
                  form={form}
                  name="name"
                  label="Name"
                  value={member.name}
                  required
                  maxlength={200}
                />
                <SelectField
                  form={form}
                  name="role"
                  label="Role"
                  value={member.role}
                  choices={roleChoices(
                    frame.role === "owner" || member.role === "owner",
                  )}
                />
                <div class="buttons">
                  <button type="submit" class="primary">Save</button>
                </div>
              </form>
            </Card>
            <Card title="Sign out, remove">
              <p>
                Signing out ends all sessions at once, and codes that were not
                used yet; the member can sign in again.
              </p>
              <div class="buttons">
                <form method="post" action={`${at}/sign-out`}>
                  <button type="submit">Sign out everywhere</button>
                </form>
                <Ask
                  id="remove"
                  button="Remove"
                  tone="danger"
                  title={`Remove ${member.name}?`}
                >
                  <p>
                    They are out at once. What they decided stays, with their
                    name in the history.
                  </p>
                  <form method="post" action={`${at}/remove`} class="buttons">
                    <button type="submit" class="danger">Remove member</button>
                    <Cancel of="remove" />
                  </form>
                </Ask>
              </div>
            </Card>
          </div>
        </>
      ),
    });
  },
});
