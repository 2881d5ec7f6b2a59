import { ok } from "../../../../src/kernel/result.ts";
import { isStanding } from "../../../../src/tenancy/invitation.ts";
import type { Member } from "../../../../src/tenancy/member.ts";
import { listInvitations } from "../../../../src/tenancy/use_cases/list_invitations.ts";
import { listMembers } from "../../../../src/tenancy/use_cases/list_members.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Day } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import { page } from "../shell/page.tsx";
import { InvitationTable } from "./invitation_table.tsx";
import { InviteCard } from "./invite_card.tsx";
import { memberPath, MEMBERS } from "./member_path.ts";
import { MembersTabs } from "./members_tabs.tsx";

/** Who belongs to the company, and who was asked to. */
export const listPage = page({
  path: "/members",
  action: "members.read",
  async show({ deps, scope, frame, form }) {
    const [members, invitations] = await Promise.all([
      listMembers(deps, scope),
      listInvitations(deps, scope),
    ]);
    if (!members.ok) return members;
    if (!invitations.ok) return invitations;
    const now = deps.clock.now();
    const standing = invitations.value.filter((one) => isStanding(one, now));
    const isWriter = frame.may("members.write");
    return ok({
      title: "Members",
      lead: "Who belongs to your company, and what they may do.",
      body: (
        <>
          <MembersTabs frame={frame} at={MEMBERS} />
          <DataTable<Member>
            caption="Members, oldest first"
            columns={[
              {
                label: "Name",
                isTitle: true,
                cell: ({ id, name }) => (
                  <>
                    {isWriter ? <a href={memberPath(id)}>{name}</a> : name}
                    {id === scope.actor.id && (
                      <>
                        {" "}
                        <Tag>you</Tag>
                      </>
                    )}
                  </>
                ),
              },
              { label: "E-mail", cell: ({ email }) => email },
              { label: "Role", cell: ({ role }) => role },
              { label: "Since", cell: (one) => <Day at={one.createdAt} /> },
            ]}
            rows={members.value}
          />
          {standing.length > 0 && (
            <InvitationTable invitations={standing} isWriter={isWriter} />
          )}
          {isWriter && <InviteCard form={form} frame={frame} />}
        </>
      ),
    });
  },
});
