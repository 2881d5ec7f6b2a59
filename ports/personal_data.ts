import type { DeadLetterId, MemberId, RecordId } from "../src/kernel/ids.ts";
import type { Page, PageRequest } from "../src/kernel/page.ts";
import type { RecordTexts } from "../src/privacy/mentions.ts";

/** Records whose texts are to go. */
export interface RecordsToErase {
  readonly recordIds: readonly RecordId[];
  /** The keys of their texts (see `cues.ts`), under which vectors are kept. */
  readonly textKeys: readonly string[];
  /** Their external ids go too, so that one that is sent again is a new record. */
  readonly externalIds: boolean;
}

/** How many rows lost a text, by table, and the dead letters among them. */
export interface ErasedRows {
  readonly rows: { readonly [table: string]: number };
  readonly deadLetterIds: readonly DeadLetterId[];
}

/** Events about one of these, of the given types. */
export interface EventsAbout {
  readonly types: readonly string[];
  readonly recordIds?: readonly RecordId[];
  readonly deadLetterIds?: readonly DeadLetterId[];
  readonly memberId?: MemberId;
}

/** All that is kept of people, wherever it stands: what finds it, and the only thing that takes it out. */
export interface PersonalData {
  /** The texts of records, latest first; the cursor is the last id shown. */
  texts(page: PageRequest): Promise<Page<RecordTexts>>;
  /**
   * Replaces every text that is kept of the records (see `src/privacy/without_texts.ts`), and forgets answers that name them or
   * quote them. Once done, it finds nothing more.
   */
  eraseRecords(records: RecordsToErase): Promise<ErasedRows>;
  /** Forgets kept answers of requests that name one of `ids`; a repeat is done afresh. Returns how many. */
  forgetAnswers(ids: readonly string[]): Promise<number>;
  /** Replaces name and e-mail address of a member, and forgets answers that name or quote them. */
  eraseMember(memberId: MemberId): Promise<ErasedRows>;
  /** The numbers of the events about these whose payload is still there and can be erased, up to `limit`, in order. */
  eventsAbout(about: EventsAbout, limit: number): Promise<readonly number[]>;
}
