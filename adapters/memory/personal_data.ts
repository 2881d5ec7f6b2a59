import type { DeadLetterId, RecordId } from "../../src/kernel/ids.ts";
import { pageOf } from "../../src/kernel/page.ts";
import {
  diffWithoutTexts,
  draftWithoutTexts,
  rationalesIn,
} from "../../src/privacy/without_texts.ts";
import type { RecordTexts } from "../../src/privacy/mentions.ts";
import { wordsToFind } from "../../src/privacy/words.ts";
import { wordsOfRecords } from "../../src/privacy/words_of_records.ts";
import { ERASED, isErased } from "../../src/records/erased.ts";
import type { Draft } from "../../src/records/record.ts";
import type { PersonalData } from "../../ports/personal_data.ts";
import { eventsAbout } from "./events_about.ts";
import { payloadErasedOf } from "./erase_payloads.ts";
import { eraseRecord, intakeWithoutIds } from "./erase_record.ts";
import { examples } from "./examples.ts";
import { forgetAnswers } from "./forget_answers.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";
import { byText, placeOf } from "./sorted.ts";
import { textsOf } from "./record_texts.ts";
import { removeVectors } from "./text_vectors.ts";
import { withoutNames } from "../../src/tenancy/external_member.ts";

/** What a tenant's shelf holds of people. */
export function personalData(shelf: Shelf, journal: Journal): PersonalData {
  const memory = examples(shelf, journal);

  /** Changes those values of `map` that `change` gives another one for, or takes out those it gives null for. */
  function changeAll<K, V>(
    map: Map<K, V>,
    change: (value: V, key: K) => V | null,
  ): number {
    let count = 0;
    for (const [key, value] of [...map]) {
      const next = change(value, key);
      if (next === value) continue;
      if (next === null) journal.remove(map, key);
      else journal.set(map, key, next);
      count++;
    }
    return count;
  }

  return {
    texts: ({ limit, cursor }) =>
      Promise.try(() => {
        const found: RecordTexts[] = [];
        let place = cursor === null
          ? shelf.recordOrder.length
          : placeOf(shelf.recordOrder, cursor as RecordId, byText);
        while (place-- > 0 && found.length <= limit) {
          const id = shelf.recordOrder[place]!;
          const notes = [
            ...[...shelf.approvals.values()].flatMap((one) =>
              one.recordId === id && one.state.kind === "decided"
                ? one.state.note ?? []
                : []
            ),
            ...[...shelf.approvalHistory.values()].flatMap((one) =>
              one.recordId === id ? one.text ?? [] : []
            ),
          ];
          const otherIds = [...shelf.aliases.values()].flatMap((alias) =>
            alias.recordId === id ? alias.externalId : []
          );
          found.push(textsOf(shelf.records.get(id)!, { notes, otherIds }));
        }
        return pageOf(found, limit, ({ recordId }) => recordId);
      }),
    eraseRecords: ({ recordIds, textKeys, externalIds }) =>
      Promise.try(async () => {
        const ids = new Set<string>(recordIds);
        const rows = recordIds.flatMap((id) => shelf.records.get(id) ?? []);
        const rationales = new Set(
          rationalesIn(rows.flatMap(({ record, earlierTraces }) => [
            record.trace,
            ...earlierTraces.map(({ trace }) => trace),
          ])),
        );
        const pairs = new Map(rows.map(({ record }) => [
          `${record.connectionId} ${record.externalId}`,
          `${ERASED}-${record.id}`,
        ]));
        const keys = new Set([
          ...textKeys,
          ...rows.flatMap(({ record }) =>
            shelf.examples.get(record.id)?.textKey ?? []
          ),
        ]);
        await memory.forget(recordIds);
        const isUnused = (key: string) => !shelf.examplesByKey.get(key)?.length;
        removeVectors(shelf, isUnused, journal);
        changeAll(
          shelf.rejections,
          (row, key) => keys.has(key) && isUnused(key) ? null : row,
        );
        const words = wordsOfRecords({
          records: rows.map(({ record }) => record),
          earlierTraces: rows.flatMap((row) =>
            row.earlierTraces.map(({ trace }) => trace)
          ),
          setAside: rows.flatMap((row) =>
            row.conflicts.map(({ content }) => content)
          ),
        }, externalIds);
        const left = rows.filter(({ record }) =>
          !isErased(record) ||
          (externalIds && record.externalId !== `${ERASED}-${record.id}`)
        );
        for (const row of left) eraseRecord(shelf, row, externalIds, journal);
        const draft = (one: Draft): Draft => {
          const id = pairs.get(`${one.connectionId} ${one.externalId}`);
          if (id === undefined || (isErased(one) && !externalIds)) return one;
          return {
            ...draftWithoutTexts(one),
            ...externalIds && { externalId: id },
          };
        };
        const deliveries = changeAll(shelf.deliveries, (delivery) => {
          const drafts = delivery.drafts.map(draft);
          const intake = externalIds
            ? intakeWithoutIds(delivery.intake, ids)
            : delivery.intake;
          if (
            intake === delivery.intake &&
            drafts.every((one, i) => one === delivery.drafts[i])
          ) return delivery;
          return {
            ...delivery,
            drafts,
            intake,
            version: delivery.version + 1,
          };
        });
        const payloadIds: string[] = [];
        changeAll(shelf.payloads, (one) => {
          const erased = payloadErasedOf(one, ids, externalIds);
          if (erased !== one) payloadIds.push(one.id);
          return erased;
        });
        const approvals = changeAll(shelf.approvals, (approval) => {
          const { state, recordId, alikeKey } = approval;
          const noted = state.kind === "decided" && state.note !== null &&
            state.note !== ERASED;
          if (!ids.has(recordId) || (!noted && alikeKey === null)) {
            return approval;
          }
          return {
            ...approval,
            version: approval.version + 1,
            alikeKey: null,
            state: noted ? { ...state, note: ERASED } : state,
          };
        });
        const approval_history = changeAll(
          shelf.approvalHistory,
          (entry) =>
            !ids.has(entry.recordId) || entry.text === null ||
              entry.text === ERASED
              ? entry
              : { ...entry, text: ERASED },
        );
        for (const [owner, diffs] of shelf.ruleDiffs) {
          if (!recordIds.some((id) => diffs.has(id))) continue;
          journal.set(
            shelf.ruleDiffs,
            owner,
            new Map([...diffs].map(([id, diff]) => [
              id,
              ids.has(id) ? diffWithoutTexts(diff) : diff,
            ])),
          );
        }
        const deadLetterIds: DeadLetterId[] = [];
        changeAll(shelf.deadLetters, (letter) => {
          const { task } = letter;
          if (!("recordIds" in task)) return letter;
          if (!task.recordIds.some((id) => ids.has(id))) return letter;
          deadLetterIds.push(letter.id);
          return letter.reason === ERASED
            ? letter
            : { ...letter, reason: ERASED };
        });
        return {
          rows: {
            records: left.length,
            deliveries,
            payloads: payloadIds.length,
            approvals,
            approval_history,
            inbox: forgetAnswers(shelf, journal, {
              ids: [...recordIds, ...payloadIds],
              words,
            }),
            model_answers: changeAll(
              shelf.modelAnswers,
              (answer) => rationales.has(answer.rationale) ? null : answer,
            ),
            dead_letters: deadLetterIds.length,
          },
          deadLetterIds,
        };
      }),
    forgetAnswers: (ids) =>
      Promise.try(() => forgetAnswers(shelf, journal, { ids })),
    eraseMember: (memberId) =>
      Promise.try(() => {
        const member = shelf.members.get(memberId);
        if (!member) return { rows: { members: 0 }, deadLetterIds: [] };
        const invited = [...shelf.invitations.values()].filter((one) =>
          one.email !== ERASED &&
          (one.acceptedBy === memberId ||
            one.email.toLowerCase() === member.email.toLowerCase())
        ).map(({ id }) => id);
        const invitations = changeAll(
          shelf.invitations,
          (one) =>
            invited.includes(one.id)
              ? { ...one, version: one.version + 1, email: ERASED }
              : one,
        );
        const external_members = changeAll(
          shelf.externalMembers,
          (one) => one.memberId === memberId ? withoutNames(one) : one,
        );
        journal.set(shelf.members, memberId, {
          ...member,
          version: member.version + 1,
          email: ERASED,
          name: ERASED,
        });
        return {
          rows: {
            members: 1,
            invitations,
            external_members,
            inbox: forgetAnswers(shelf, journal, {
              ids: [memberId, ...invited],
              words: wordsToFind([member.email, member.name]),
            }),
          },
          deadLetterIds: [],
        };
      }),
    eventsAbout: (about, limit) =>
      Promise.try(() => eventsAbout(shelf, about, limit)),
  };
}
