import type { ApiKeyId, MemberId } from "../../../../src/kernel/ids.ts";
import { apiKeyFailures } from "../../../../src/tenancy/api_key.ts";
import { invitationFailures } from "../../../../src/tenancy/invitation.ts";
import { memberFailures } from "../../../../src/tenancy/member.ts";

/** The section's pages. */
export const MEMBERS = "/console/members";
export const KEYS = "/console/members/keys";

/** The page of one member. */
export function memberPath(id: MemberId): `/console/members/${MemberId}` {
  return `${MEMBERS}/${id}`;
}

/** The page of one key. */
export function keyPath(id: ApiKeyId): `/console/members/keys/${ApiKeyId}` {
  return `${KEYS}/${id}`;
}

/** The kinds of ids in addresses. */
export const memberId = {
  prefix: "usr",
  missing: (id: string) => memberFailures.missing({ member_id: id }),
} as const;
export const invitationId = {
  prefix: "inv",
  missing: (id: string) => invitationFailures.missing({ invitation_id: id }),
} as const;
export const keyId = {
  prefix: "key",
  missing: (id: string) => apiKeyFailures.missing({ api_key_id: id }),
} as const;
