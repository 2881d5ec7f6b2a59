import type { Invitation } from "../../../../src/tenancy/invitation.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Moment } from "../parts/figures.tsx";
import { MEMBERS } from "./member_path.ts";

/** Invitations that can still be accepted. */
export function InvitationTable(
  { invitations, isWriter }: {
    readonly invitations: readonly Invitation[];
    readonly isWriter: boolean;
  },
) {
  return (
    <DataTable<Invitation>
      caption="Invited, not here yet"
      columns={[
        { label: "E-mail", isTitle: true, cell: ({ email }) => email },
        { label: "Role", cell: ({ role }) => role },
        { label: "Stands until", cell: (one) => <Moment at={one.expiresAt} /> },
        ...isWriter
          ? [{
            label: "Take back",
            cell: ({ id, email }: Invitation) => (
              <form
                method="post"
                action={`${MEMBERS}/invitations/${id}/revoke`}
              >
                <button type="submit" class="plain">
                  Take back<span class="unseen">the invitation of {email}</span>
                </button>
              </form>
            ),
          }]
          : [],
      ]}
      rows={invitations}
    />
  );
}
