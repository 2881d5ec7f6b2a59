import { listCategories } from "../../../../src/categories/use_cases/list_categories.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { explainRecord } from "../../../../src/processing/use_cases/explain_record.ts";
import { listReceipts } from "../../../../src/receipts/use_cases/list_receipts.ts";
import { findRecords } from "../../../../src/records/use_cases/find_records.ts";
import { readRecord } from "../../../../src/records/use_cases/read_record.ts";
import { listMembers } from "../../../../src/tenancy/use_cases/list_members.ts";
import { Card } from "../parts/card.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { Receipts } from "../parts/receipts.tsx";
import { page } from "../shell/page.tsx";
import { CorrectForm } from "./correct_form.tsx";
import { EarlierTraces } from "./earlier_traces.tsx";
import { recordId } from "./record_path.ts";
import { RecordFacts } from "./record_facts.tsx";
import { neighboursIn, Timeline } from "./timeline.tsx";
import { Unprocessed } from "./unprocessed.tsx";

/** One record: what it is, why it is where it is, and what a person may say of it. */
export const recordPage = page({
  path: "/records/{id}",
  action: "records.read",
  id: recordId,
  async show({ deps, scope, frame, id, form }) {
    const read = await readRecord(deps, scope, id);
    if (!read.ok) return read;
    const { record, past, pending } = read.value;
    const traces = [
      ...record.trace ? [record.trace] : [],
      ...past.earlierTraces.map(({ trace }) => trace),
    ];
    const [explained, categories, members, receipts, similar] = await Promise
      .all([
        explainRecord(deps, scope, id, null),
        listCategories(deps, scope),
        listMembers(deps, scope),
        listReceipts(deps, scope, { recordIds: [id] }, {
          limit: 20,
          cursor: null,
        }),
        findRecords(deps, scope, traces.flatMap(neighboursIn)),
      ]);
    if (!categories.ok) return categories;
    if (!members.ok) return members;
    if (!receipts.ok) return receipts;
    if (!similar.ok) return similar;
    const isAwaited = !explained.ok && record.status === "ingested";
    const known = {
      categories: new Map(categories.value.map((one) => [one.id, one.name])),
      people: new Map<string, string>(
        members.value.map((one) => [one.id, one.name]),
      ),
      records: similar.value,
    };
    return ok({
      title: record.description,
      trail: [{ href: "/console/records", label: "Records" }],
      body: (
        <>
          <FormTrouble
            form={form}
            labels={{ category_id: "Category", counterparty: "Counterparty" }}
            of="correct"
          />
          <div class="columns">
            <div>
              <RecordFacts record={record} pending={pending} known={known} />
              {frame.may("records.correct") && (
                <CorrectForm
                  record={record}
                  form={form}
                  categories={categories.value}
                />
              )}
              <Card title="Receipts">
                <Receipts receipts={receipts.value.data} />
              </Card>
            </div>
            <div>
              <Card title="Why it is where it is" id="why">
                <div
                  id="reasons"
                  {...isAwaited && { "data-live": "PROCESSED" }}
                >
                  {explained.ok
                    ? (
                      <Timeline
                        trace={explained.value.trace}
                        rules={explained.value.rules}
                        known={known}
                      />
                    )
                    : <Unprocessed status={record.status} />}
                </div>
              </Card>
              <EarlierTraces past={past} known={known} />
              <Card title="As it was received">
                <details>
                  <summary>Show the payload</summary>
                  <pre tabindex={0}>{JSON.stringify(past.raw, null, 2)}</pre>
                </details>
              </Card>
            </div>
          </div>
        </>
      ),
    });
  },
});
