import { fold } from "../records/text.ts";
import { type ColumnRole, rolesByName } from "./column_roles.ts";
import type { CsvHeader, CsvRow } from "./csv_header.ts";
import type { CsvTerms } from "./csv_terms.ts";
import { currencyShown } from "./currency_shown.ts";
import { dateEvidence } from "./date_evidence.ts";
import { decimalEvidence } from "./decimal_evidence.ts";
import type { DateOrder } from "./read_date.ts";
import type { DecimalSign } from "./read_decimal.ts";
import { NAMED_SHARE, rolesByContent } from "./roles_by_content.ts";

/** How each row of one file is read: columns by their place. */
export interface CsvPlan {
  readonly names: readonly string[];
  readonly roles: ReadonlyMap<ColumnRole, number>;
  /** The columns of the description, in order. */
  readonly description: readonly number[];
  readonly attributes: readonly (readonly [name: string, column: number])[];
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalSign;
  /** Where no column says so. */
  readonly currency: string | null;
  readonly spendingIsPositive: boolean;
}

/** Why a file cannot be read as it is: what is missing, or could be read two ways. */
export interface PlanFlaw {
  readonly field: string;
  readonly detail: string;
}

export interface Planned {
  /** Null where a flaw stands in the way. */
  readonly plan: CsvPlan | null;
  readonly roles: ReadonlyMap<ColumnRole, number>;
  readonly dateOrders: readonly DateOrder[];
  readonly decimal: DecimalSign | "any" | null;
  readonly currency: string | null;
  readonly flaws: readonly PlanFlaw[];
}

/** Makes the plan from the first rows of a file; `terms` decide where they say something, else the rows' own evidence does. */
export function planCsv(
  { names }: CsvHeader,
  rows: readonly CsvRow[],
  terms: CsvTerms | null,
  asked: { readonly currency: string | null },
): Planned {
  const flaws: PlanFlaw[] = [];
  const flaw = (field: string, detail: string) =>
    void flaws.push({ field, detail });
  const column = (name: string) => columnOf(names, name);
  const full = rows.filter(({ cells }) => cells.length === names.length);
  const { roles, description, attributes } = terms
    ? rolesOf(terms, column, flaw)
    : guessed(names, full);
  const texts = (role: ColumnRole) => {
    const at = roles.get(role);
    return at === undefined ? [] : full.map(({ cells }) => cells[at]!);
  };
  const [date, hasRows] = [roles.get("date"), full.length > 0];
  const dates = dateEvidence(texts("date"), NAMED_SHARE);
  const dateOrders = terms?.dateOrder
    ? [terms.dateOrder]
    : dates.kind === "known"
    ? [dates.order]
    : dates.kind === "ambiguous"
    ? dates.orders
    : [];
  if (date === undefined) flaw("date", "no column holds dates");
  else if (hasRows && dateOrders.length === 0) {
    flaw("date", `the column "${names[date]}" holds no dates in one order`);
  } else if (dates.kind === "ambiguous" && dateOrders.length > 1) {
    flaw(
      "date",
      `"${dates.example}" is one of many dates that could be day/month or month/day; a mapping can say which`,
    );
  }
  const amounts = [...texts("amount"), ...texts("debit"), ...texts("credit")];
  const decimals = decimalEvidence(amounts);
  const hasAmount = roles.has("amount") || roles.has("debit") ||
    roles.has("credit");
  if (!hasAmount) flaw("amount", "no column holds amounts");
  else if (!terms?.decimal && decimals.kind === "ambiguous") {
    flaw(
      "amount",
      `"${decimals.example}" could have thousands or three decimals, and so all others; a mapping can say which`,
    );
  } else if (!terms?.decimal && decimals.kind === "mixed") {
    flaw(
      "amount",
      `"${decimals.examples[0]}" and "${
        decimals.examples[1]
      }" need different decimal signs; a mapping can say which`,
    );
  }
  if (description.length === 0 && !roles.has("counterparty")) {
    flaw("description", "no column tells what the amounts were for");
  }
  const amountNames = (["amount", "debit", "credit"] as const)
    .flatMap((role) => names[roles.get(role) ?? -1] ?? []);
  const currency = terms?.currency ?? currencyShown(amountNames, amounts) ??
    asked.currency;
  if (!roles.has("currency") && currency === null && hasAmount && hasRows) {
    flaw(
      "currency",
      "nothing tells the currency; name it, or save a mapping that does",
    );
  }
  const decimal = terms?.decimal ??
    (decimals.kind === "known"
      ? decimals.sign
      : decimals.kind === "any"
      ? "any"
      : null);
  return {
    roles,
    dateOrders,
    decimal,
    currency,
    flaws,
    plan: flaws.length > 0 ? null : {
      names,
      roles,
      description,
      attributes,
      dateOrder: dateOrders[0] ?? "ymd",
      decimal: decimal === "," ? "," : ".",
      currency,
      spendingIsPositive: terms?.spendingIsPositive ?? false,
    },
  };
}

type Roles = Pick<CsvPlan, "roles" | "description" | "attributes">;

function guessed(names: readonly string[], rows: readonly CsvRow[]): Roles {
  const roles = rolesByContent(names, rows, rolesByName(names));
  const at = roles.get("description");
  return { roles, description: at === undefined ? [] : [at], attributes: [] };
}

function rolesOf(
  terms: CsvTerms,
  column: (name: string) => number | null,
  flaw: (field: string, detail: string) => void,
): Roles {
  const roles = new Map<ColumnRole, number>();
  const find = (field: string, name: string): number | null => {
    const at = column(name);
    if (at === null) flaw(field, `the file has no column "${name}"`);
    return at;
  };
  const named: readonly (readonly [ColumnRole, string | null])[] = [
    ["date", terms.date],
    ["amount", terms.amount],
    ["debit", terms.debit],
    ["credit", terms.credit],
    ["direction", terms.direction],
    ["counterparty", terms.counterparty],
    ["bank_id", terms.bankId],
    ["account", terms.account],
    ["currency", terms.currencyColumn],
  ];
  for (const [role, name] of named) {
    const at = name === null ? null : find(role, name);
    if (at !== null) roles.set(role, at);
  }
  const description = terms.description
    .flatMap((name) => find("description", name) ?? []);
  const attributes = Object.entries(terms.attributes)
    .flatMap(([name, from]): [string, number][] => {
      const at = find("attributes", from);
      return at === null ? [] : [[name, at]];
    });
  return { roles, description, attributes };
}

function columnOf(names: readonly string[], name: string): number | null {
  const at = names.findIndex((one) => fold(one) === fold(name));
  return at < 0 ? null : at;
}
