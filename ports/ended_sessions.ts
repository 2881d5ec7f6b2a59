import type { MemberId, SessionId } from "../src/kernel/ids.ts";
import type { Instant } from "../src/kernel/instant.ts";

/** Sessions that were signed out before their time. */
export interface EndedSessions {
  /** The session opens nothing from now on; ending it again changes nothing. Those that expired by `now` are forgotten. */
  end(
    session: {
      readonly id: SessionId;
      readonly memberId: MemberId;
      readonly expiresAt: Instant;
    },
    now: Instant,
  ): Promise<void>;
}
