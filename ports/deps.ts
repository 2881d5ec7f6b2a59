import type { Backlog } from "./backlog.ts";
import type { Clock } from "./clock.ts";
import type { Directory } from "./directory.ts";
import type { Embedder } from "./embedder.ts";
import type { Identity } from "./identity.ts";
import type { Ids } from "./ids.ts";
import type { KeyUseNotes } from "./key_uses.ts";
import type { LanguageModel } from "./language_model.ts";
import type { Mailer } from "./mailer.ts";
import type { Outgoing } from "./outgoing.ts";
import type { Sealer } from "./sealer.ts";
import type { SessionTokens } from "./session_tokens.ts";
import type { Timer } from "./timer.ts";
import type { UnitOfWork } from "./unit_of_work.ts";
import type { Webhooks } from "./webhooks.ts";

/** All that use cases may call. A use case takes the part it needs: `Pick<Deps, "uow" | "clock">`. */
export interface Deps {
  readonly backlog: Backlog;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly uow: UnitOfWork;
  readonly identity: Identity;
  readonly directory: Directory;
  /** Null: nobody signs in with sessions here. */
  readonly sessionTokens: SessionTokens | null;
  readonly keyUses: KeyUseNotes;
  /** The one that is configured. */
  readonly embedder: Embedder;
  /** Others that this process could call: one of them may still serve tenants whose texts are not embedded anew yet. */
  readonly otherEmbedders: readonly Embedder[];
  readonly model: LanguageModel;
  readonly timer: Timer;
  /** Null: no secret can be kept. */
  readonly sealer: Sealer | null;
  readonly outgoing: Outgoing;
  readonly webhooks: Webhooks;
  /** Null: no e-mail is sent. */
  readonly mailer: Mailer | null;
  /** Where browsers reach the service; null: that is not known. */
  readonly publicUrl: string | null;
}
