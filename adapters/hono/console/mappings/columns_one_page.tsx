import { saveCsvMapping } from "../../../../src/imports/use_cases/save_csv_mapping.ts";
import { readCsvMapping } from "../../../../src/imports/use_cases/read_csv_mapping.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { CONNECTIONS } from "../connections/connection_path.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Moment } from "../parts/figures.tsx";
import { action } from "../shell/action.ts";
import { page } from "../shell/page.tsx";
import { ColumnsFields } from "./columns_fields.tsx";
import { ColumnsWords } from "./columns_words.tsx";
import { COLUMNS, columnsId, columnsPath } from "./mapping_path.ts";
import { columnsForm, readColumns } from "./read_columns.ts";

const trail = [
  { href: CONNECTIONS, label: "Connections" },
  { href: COLUMNS, label: "Columns of files" },
];

/** One mapping of columns: what it says, and what to make of it. */
export const columnsOnePage = page({
  path: "/connections/columns/{id}",
  action: "records.read",
  id: columnsId,
  async show({ deps, scope, frame, id, form }) {
    const found = await readCsvMapping(deps, scope, id);
    if (!found.ok) return found;
    const mapping = found.value;
    return ok({
      title: `${mapping.name}, number ${mapping.number}`,
      trail,
      body: (
        <>
          <Card title="What it reads">
            <ColumnsWords terms={mapping.terms} />
          </Card>
          <Card title="For an import">
            <Facts>
              <Fact name="mapping_id">
                <code>{id}</code>
              </Fact>
              <Fact name="Saved">
                <Moment at={mapping.createdAt} />
              </Fact>
            </Facts>
          </Card>
          {frame.may("records.write") && (
            <ColumnsFields
              form={form}
              action={columnsPath(id)}
              mapping={mapping}
              button="Save as the next number"
            />
          )}
        </>
      ),
    });
  },
});

/** A new mapping of columns. */
export const newColumnsPage = page({
  path: "/connections/columns/new",
  action: "records.write",
  show({ form }) {
    return Promise.resolve(ok({
      title: "New mapping",
      lead: "Columns by the names that the file gives them.",
      trail,
      body: (
        <ColumnsFields
          form={form}
          action={`${COLUMNS}/new`}
          mapping={null}
          button="Save"
        />
      ),
    }));
  },
});

/** Saves a mapping: the first of its name, or the next. */
function saving(
  path: `/${string}`,
  page: typeof columnsOnePage,
  id?: typeof columnsId,
) {
  return action({
    path,
    action: "records.write",
    ...id && { id },
    form: columnsForm,
    page,
    async act({ deps, scope, form }) {
      const read = readColumns(form);
      if (!read.ok) return read;
      const saved = await saveCsvMapping(deps, scope, read.value);
      if (!saved.ok) return saved;
      const { id, name, number } = saved.value;
      return ok({
        to: columnsPath(id),
        flash: {
          kind: "done",
          text: `“${name}” is saved as number ${number}.`,
        },
      });
    },
  });
}

export const newColumnsAction = saving(
  "/connections/columns/new",
  newColumnsPage,
);
export const nextColumnsAction = saving(
  "/connections/columns/{id}",
  columnsOnePage,
  columnsId,
);
