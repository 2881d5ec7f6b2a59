import type { Backlog } from "./backlog.ts";
import type { Clock } from "./clock.ts";
import type { Directory } from "./directory.ts";
import type { Embedder } from "./embedder.ts";
import type { HookSignatures } from "./hook_signatures.ts";
import type { FileReader } from "./file_reader.ts";
import type { FileLinks } from "./file_links.ts";
import type { FileStorage } from "./file_storage.ts";
import type { Identity } from "./identity.ts";
import type { Ids } from "./ids.ts";
import type { KeyUseNotes } from "./key_uses.ts";
import type { LanguageModel } from "./language_model.ts";
import type { Outgoing } from "./outgoing.ts";
import type { PayloadMapper } from "./payload_mapper.ts";
import type { PlanBook } from "../src/billing/plan.ts";
import type { Payments } from "./payments.ts";
import type { Mailer } from "./mailer.ts";
import type { ReportFiles } from "./report_files.ts";
import type { Sealer } from "./sealer.ts";
import type { SessionTokens } from "./session_tokens.ts";
import type { Timer } from "./timer.ts";
import type { TokenGrants } from "./token_grants.ts";
import type { UnitOfWork } from "./unit_of_work.ts";
import type { UsageMeter } from "./usage_meter.ts";
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
  /** Reaches addresses that users gave. */
  readonly outgoing: Outgoing;
  readonly tokenGrants: TokenGrants;
  readonly mapper: PayloadMapper;
  readonly hookSignatures: HookSignatures;
  /** Null: no secrets can be kept here, so no connection has any. */
  readonly sealer: Sealer | null;
  readonly files: FileStorage;
  readonly fileReader: FileReader;
  readonly reportFiles: ReportFiles;
  /** Null: no links are signed here. */
  readonly fileLinks: FileLinks | null;
  /** Bytes of the largest receipt. */
  readonly receiptBytesMax: number;
  readonly webhooks: Webhooks;
  /** Null: no e-mail is sent. */
  readonly mailer: Mailer | null;
  readonly payments: Payments;
  /** Null: the provider counts nothing that is used. */
  readonly usageMeter: UsageMeter | null;
  /** What tenants can have. */
  readonly plans: PlanBook;
  /** Where browsers reach the service; null: that is not known. */
  readonly publicUrl: string | null;
}
