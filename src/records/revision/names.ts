import type { ConnectionId, RecordId } from "../../kernel/ids.ts";
import type { SourcedDraft } from "./sourced_draft.ts";
import { type Known, nameOf, type Standing } from "./standing.ts";

/** A name that a record has left, or that a version of it bears, with the fingerprints that came under it. */
export interface AliasNote {
  readonly connectionId: ConnectionId;
  readonly externalId: string;
  readonly recordId: RecordId;
  readonly fingerprints: readonly string[];
  /** The record left it for a version that agreed, and that nothing linked to it. */
  readonly guessed: boolean;
}

/** Whose each name of the source is, while a set of versions is gone through. */
export interface Names {
  holderOf(draft: SourcedDraft, externalId: string): Standing | undefined;
  /** The holder, unless what is booked now shows that the name was left for another by a wrong guess. */
  ownerOf(draft: SourcedDraft, externalId: string): Standing | undefined;
  /** The record's own name, as it is now. */
  keep(one: Standing): void;
  note(
    one: Standing,
    alias: Pick<AliasNote, "externalId"> & Partial<AliasNote>,
  ): void;
  readonly noted: readonly AliasNote[];
}

export function openNames({ holders, standing }: Known): Names {
  const noted: AliasNote[] = [];
  const find = ({ connectionId }: SourcedDraft, externalId: string) => {
    const holder = holders.get(nameOf(connectionId, externalId));
    const one = holder && standing.get(holder.recordId);
    return one && { one, guessed: holder.guessed };
  };
  return {
    noted,
    holderOf: (draft, externalId) => find(draft, externalId)?.one,
    ownerOf(draft, externalId) {
      const found = find(draft, externalId);
      const isWrong = found?.guessed && !draft.pending && !found.one.pending;
      return isWrong ? undefined : found?.one;
    },
    keep({ record: { id: recordId, connectionId, externalId } }) {
      const name = nameOf(connectionId, externalId);
      holders.set(name, { recordId, guessed: false });
    },
    note(
      { record: { id: recordId, connectionId } },
      { externalId, fingerprints = [], guessed = false },
    ) {
      holders.set(nameOf(connectionId, externalId), { recordId, guessed });
      noted.push({ connectionId, externalId, recordId, fingerprints, guessed });
    },
  };
}
