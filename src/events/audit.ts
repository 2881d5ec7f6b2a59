import type { Json } from "../kernel/json.ts";
import { GENESIS, verifyChain } from "./chain.ts";
import { isErased, type SeqRange } from "./erasure.ts";
import type { ChainHead, RecordedEvent } from "./event.ts";
import type { ExportLine } from "./event_json.ts";

/** What an audit comes to. */
export interface AuditReport {
  readonly ok: boolean;
  /** Events read. */
  readonly events: number;
  /** Of the last event that held. */
  readonly seq: number;
  readonly hash: string;
  /** Events whose content was erased, and named as such. */
  readonly erased: number;
  /** Checkpoints kept elsewhere that the log agrees with. */
  readonly checkpoints: number;
  /** What is wrong; empty where all holds. */
  readonly findings: readonly string[];
}

/** Verifies an exported log line by line, alone with it and with checkpoints that were kept elsewhere. */
export class Audit {
  #head: ChainHead | null = null;
  #start = 0;
  #events = 0;
  #isClosed = false;
  #wrong: string | null = null;
  readonly #erased = new Set<number>();
  readonly #named: SeqRange[] = [];
  readonly #hashes = new Map<number, string>();
  readonly #kept: readonly ChainHead[];

  constructor(kept: readonly ChainHead[]) {
    this.#kept = kept;
    for (const { seq } of kept) this.#hashes.set(seq, "");
  }

  /** Takes the next line; null for one that is none. False: something is wrong, and what follows tells nothing more. */
  take(line: ExportLine | null): boolean {
    if (this.#wrong !== null) return false;
    if (line === null) {
      const which = this.#head
        ? `the line behind event ${this.#head.seq}`
        : "the first line";
      return this.#fail(`${which} is no line of an export`);
    }
    return "event" in line
      ? this.#takeEvent(line.event)
      : this.#takeCheckpoint(line.checkpoint);
  }

  /** What it comes to after the last line. */
  report(): AuditReport {
    const { seq, hash } = this.#head ?? GENESIS;
    const agreed = this.#kept.filter((kept) =>
      this.#hashes.get(kept.seq) === kept.hash
    );
    const findings = this.#wrong !== null ? [this.#wrong] : [
      ...this.#head === null ? ["the export is empty"] : [],
      ...this.#head !== null && !this.#isClosed
        ? [`the export is cut off behind event ${seq}`]
        : [],
      ...this.#kept.filter((kept) => !agreed.includes(kept)).map((kept) =>
        this.#disagreement(kept, seq)
      ),
      ...[...this.#erased].filter((seq) => !this.#isNamed(seq)).map((seq) =>
        `event ${seq} was erased, and no event says so`
      ),
    ];
    return {
      ok: findings.length === 0,
      events: this.#events,
      seq,
      hash,
      erased: this.#erased.size,
      checkpoints: agreed.length,
      findings,
    };
  }

  #takeCheckpoint(checkpoint: ChainHead): boolean {
    const { seq, hash } = checkpoint;
    if (this.#head === null) {
      if (seq === 0 && hash !== GENESIS.hash) {
        return this.#fail(
          "the export starts with a hash before the first event",
        );
      }
      this.#start = seq;
    } else if (this.#head.seq !== seq) {
      return this.#fail(
        `the export says that event ${seq} is the last, and it is event ${this.#head.seq}`,
      );
    } else if (this.#head.hash !== hash) {
      return this.#fail(
        `event ${seq} is not the one that the export ends with`,
      );
    }
    this.#reach(checkpoint);
    this.#isClosed = true;
    return true;
  }

  #takeEvent(event: RecordedEvent): boolean {
    if (this.#head === null) {
      return this.#fail("the export does not say where it starts");
    }
    const checked = verifyChain(this.#head, [event]);
    if (!checked.ok) return this.#fail(checked.why);
    this.#reach(checked.head);
    this.#isClosed = false;
    this.#events++;
    if (isErased(event)) this.#erased.add(event.seq);
    if (event.type === "PERSONAL_DATA_ERASED") {
      // What comes later cannot be named here.
      this.#named.push(
        ...rangesIn(event.payload["seqs"]).filter(([, last]) =>
          last < event.seq
        ),
      );
    }
    return true;
  }

  #reach(head: ChainHead): void {
    this.#head = head;
    if (this.#hashes.has(head.seq)) this.#hashes.set(head.seq, head.hash);
  }

  #isNamed(seq: number): boolean {
    return this.#named.some(([first, last]) => first <= seq && seq <= last);
  }

  #disagreement(kept: ChainHead, last: number): string {
    if (kept.seq > last) {
      return `the log ends with event ${last}: those up to ${kept.seq}, of which a checkpoint tells, were cut off`;
    }
    return kept.seq < this.#start
      ? `the export starts behind event ${kept.seq}, of which a checkpoint tells`
      : `event ${kept.seq} is not the one of which a checkpoint tells`;
  }

  #fail(why: string): false {
    this.#wrong = why;
    return false;
  }
}

/** The ranges that an event names; what is none names nothing. */
function rangesIn(seqs: Json | undefined): SeqRange[] {
  return Array.isArray(seqs)
    ? seqs.filter((range): range is [number, number] =>
      Array.isArray(range) && range.length === 2 &&
      range.every((seq) => typeof seq === "number")
    )
    : [];
}
