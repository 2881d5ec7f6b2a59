import type { ExternalUsers } from "../../ports/external_users.ts";
import {
  type ExternalProfile,
  later,
} from "../../src/tenancy/external_member.ts";

export function memoryExternalUsers(): ExternalUsers {
  const users = new Map<string, ExternalProfile>();
  return {
    tell: (id, profile) =>
      Promise.try(() => {
        const kept = users.get(id);
        users.set(id, kept ? later(kept, profile) : profile);
      }),
    find: (id) => Promise.resolve(users.get(id)),
  };
}
