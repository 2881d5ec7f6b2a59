import type { Deps } from "../../../../ports/deps.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import type { MemberId } from "../../../../src/kernel/ids.ts";
import { fail, ok, type Result } from "../../../../src/kernel/result.ts";
import { type Member, memberFailures } from "../../../../src/tenancy/member.ts";
import { isOwner, type Scope } from "../../../../src/tenancy/scope.ts";
import { listMembers } from "../../../../src/tenancy/use_cases/list_members.ts";
import { Ask, Cancel } from "../parts/ask.tsx";
import { Card } from "../parts/card.tsx";
import { EditForm } from "../parts/edit_form.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { SelectField, TextField } from "../parts/field.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { Day } from "../parts/figures.tsx";
import { editState } from "../shell/edit_state.ts";
import type { FormValues } from "../shell/form_state.ts";
import { page } from "../shell/page.tsx";
import { memberId, memberPath, MEMBERS } from "./member_path.ts";
import { ROLE_WORDS, roleChoices } from "./role_words.ts";

const LABELS = { name: "Name", role: "Role" };

/** One member: name and role, sessions, and leaving; an owner is changed by owners alone. */
export const memberPage = page({
  path: "/members/{id}",
  action: "members.write",
  id: memberId,
  async show({ deps, scope, id, form }) {
    const found = await findMember(deps, scope, id);
    if (!found.ok) return found;
    const member = found.value;
    const at = memberPath(id);
    const edit = editState(form, memberValues(member), "member");
    const mayChange = member.role !== "owner" || isOwner(scope);
    return ok({
      title: member.name,
      trail: [{ href: MEMBERS, label: "Members" }],
      body: (
        <>
          {(edit.failure === null || !mayChange) && <FormTrouble form={form} />}
          <div class="columns">
            <Card title="Name and role">
              <Facts>
                {!mayChange && (
                  <Fact name="Role">{ROLE_WORDS[member.role]}</Fact>
                )}
                <Fact name="E-mail">{member.email}</Fact>
                <Fact name="Since">
                  <Day at={member.createdAt} />
                </Fact>
              </Facts>
              {mayChange
                ? (
                  <EditForm
                    form={edit}
                    action={at}
                    labels={LABELS}
                    look="fields more"
                  >
                    <TextField
                      form={edit}
                      name="name"
                      label={LABELS.name}
                      required
                      maxlength={200}
                    />
                    <SelectField
                      form={edit}
                      name="role"
                      label={LABELS.role}
                      choices={roleChoices(isOwner(scope))}
                    />
                  </EditForm>
                )
                : <p>Only an owner may change, sign out or remove an owner.</p>}
            </Card>
            {mayChange && <Leaving member={member} />}
          </div>
        </>
      ),
    });
  },
});

function Leaving({ member: { id, name } }: { readonly member: Member }) {
  const at = memberPath(id);
  return (
    <Card title="Sign out, remove">
      <p>
        Signing out ends all sessions at once, and codes that were not used yet;
        the member can sign in again.
      </p>
      <div class="buttons">
        <form method="post" action={`${at}/sign-out`}>
          <button type="submit">Sign out everywhere</button>
        </form>
        <Ask
          id="remove"
          button="Remove"
          tone="danger"
          title={`Remove ${name}?`}
        >
          <p>
            They are out at once. What they decided stays, with their name in
            the history.
          </p>
          <form method="post" action={`${at}/remove`} class="buttons">
            <button type="submit" class="danger">Remove member</button>
            <Cancel of="remove" />
          </form>
        </Ask>
      </div>
    </Card>
  );
}

/** A member who has not left. */
export async function findMember(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  id: MemberId,
): Promise<Result<Member, Failure>> {
  const all = await listMembers(deps, scope);
  if (!all.ok) return all;
  const member = all.value.find((one) => one.id === id);
  return member ? ok(member) : fail(memberFailures.missing({ member_id: id }));
}

/** What stands in the form of a member. */
export function memberValues({ name, role }: Member): FormValues {
  return { name, role };
}
