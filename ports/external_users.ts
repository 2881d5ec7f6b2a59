import type { ExternalId } from "../src/tenancy/external_id.ts";
import type { ExternalProfile } from "../src/tenancy/external_member.ts";

/** What identity providers told of their users: a user is of no tenant, and may be told of before any membership is. */
export interface ExternalUsers {
  /** Keeps a profile, unless a later one is there. */
  tell(id: ExternalId, profile: ExternalProfile): Promise<void>;
  find(id: ExternalId): Promise<ExternalProfile | undefined>;
}
