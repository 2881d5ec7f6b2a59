import { type ConnectionId, isId } from "../kernel/ids.ts";
import { type Instant, readInstant } from "../kernel/instant.ts";
import type { Json, JsonObject } from "../kernel/json.ts";
import { minorDigits, type Money, readMinor } from "../kernel/money.ts";
import type { Attributes } from "../records/record.ts";
import { tidy } from "../records/text.ts";
import { wrongText } from "./fit_text.ts";
import type { FoundRow } from "./found_row.ts";

const EXTERNAL_ID_MAX = 200;
const DESCRIPTION_MAX = 1_000;
const COUNTERPARTY_MAX = 300;
const ATTRIBUTES_MAX = 50;
const ATTRIBUTE_NAME_MAX = 64;
const ATTRIBUTE_MAX = 500;
const DEPTH_MAX = 64;

type Read<T> = { readonly value: T } | {
  readonly field: string | null;
  readonly wrong: string;
};

/** Reads a line as `POST /records` reads a record; the file's connection is the record's, whoever names another is wrong. */
export function ndjsonRecord(
  line: number,
  text: string,
  connectionId: ConnectionId,
): FoundRow {
  const bad = (field: string | null, detail: string): FoundRow => ({
    kind: "bad",
    line,
    field,
    detail,
  });
  const json = parse(text);
  if (json === undefined) return bad(null, "is no well-formed JSON");
  if (!isObject(json)) return bad(null, "is no JSON object");
  const unfit = wrongJson(json, 0);
  if (unfit !== null) return bad(null, unfit);
  const {
    external_id,
    connection_id,
    occurred_at,
    description,
    counterparty,
    amount,
    attributes,
    raw,
    ...others
  } = json;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    return bad(unknown.slice(0, 64), "is not a known member");
  }
  if (
    connection_id !== undefined && connection_id !== null &&
    connection_id !== connectionId
  ) {
    return bad(
      "connection_id",
      isId("con", String(connection_id))
        ? "is not the connection of this import"
        : "is not the id of a connection",
    );
  }
  const id = textOf(external_id, "external_id", EXTERNAL_ID_MAX);
  if ("wrong" in id) return bad(id.field, id.wrong);
  const said = textOf(description, "description", DESCRIPTION_MAX);
  if ("wrong" in said) return bad(said.field, said.wrong);
  const other = absent(counterparty)
    ? { value: null }
    : textOf(counterparty, "counterparty", COUNTERPARTY_MAX, true);
  if ("wrong" in other) return bad(other.field, other.wrong);
  const when = instantOf(occurred_at);
  if ("wrong" in when) return bad(when.field, when.wrong);
  const money = moneyOf(amount);
  if ("wrong" in money) return bad(money.field, money.wrong);
  const named = attributesOf(attributes);
  if ("wrong" in named) return bad(named.field, named.wrong);
  return {
    kind: "record",
    line,
    incoming: {
      externalId: id.value,
      connectionId,
      occurredAt: when.value,
      description: said.value,
      counterparty: other.value,
      amount: money.value,
      attributes: named.value,
      raw: raw === undefined ? json : raw,
    },
  };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function absent(value: Json | undefined): value is null | undefined {
  return value === undefined || value === null;
}

function isObject(json: Json): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function textOf(
  value: Json | undefined,
  field: string,
  max: number,
  mayBeBlank = false,
): Read<string> {
  if (value === undefined) return { field, wrong: "is missing" };
  if (typeof value !== "string") return { field, wrong: "is not text" };
  if (!mayBeBlank && tidy(value) === "") return { field, wrong: "is blank" };
  return [...value].length > max
    ? { field, wrong: `has more than ${max} characters` }
    : { value };
}

function instantOf(value: Json | undefined): Read<Instant | null> {
  const field = "occurred_at";
  if (absent(value)) return { value: null };
  if (typeof value !== "string") return { field, wrong: "is not text" };
  const read = readInstant(value);
  return "wrong" in read ? { field, ...read } : { value: read.instant };
}

function moneyOf(value: Json | undefined): Read<Money | null> {
  const field = "amount";
  if (absent(value)) return { value: null };
  if (!isObject(value)) return { field, wrong: "is not an object" };
  const { minor, currency, ...others } = value;
  if (Object.keys(others).length > 0) {
    return { field, wrong: "has a member that is not known" };
  }
  if (typeof currency !== "string" || minorDigits(currency) === undefined) {
    return { field, wrong: "is in no currency of ISO 4217" };
  }
  if (typeof minor !== "number" && typeof minor !== "string") {
    return { field, wrong: "has no minor units" };
  }
  const read = readMinor(minor);
  return "wrong" in read
    ? { field, ...read }
    : { value: { minor: read.minor, currency } };
}

function attributesOf(value: Json | undefined): Read<Attributes> {
  const field = "attributes";
  if (value === undefined) return { value: {} };
  if (value === null || !isObject(value)) {
    return { field, wrong: "is not an object" };
  }
  const members = Object.entries(value);
  if (members.length > ATTRIBUTES_MAX) {
    return { field, wrong: `has more than ${ATTRIBUTES_MAX} members` };
  }
  const fits = members.every(([name, one]) =>
    name !== "" && name.length <= ATTRIBUTE_NAME_MAX &&
    (one === null || typeof one === "boolean" || typeof one === "number" ||
      typeof one === "string" && one.length <= ATTRIBUTE_MAX)
  );
  return fits ? { value: value as Attributes } : {
    field,
    wrong:
      "has a value that is not text of up to 500 characters, a number, true, false or null",
  };
}

/** What could not be kept as it was sent. */
function wrongJson(value: Json, depth: number): string | null {
  if (typeof value === "string") return wrongText(value);
  if (typeof value === "number") {
    return !Number.isFinite(value) ||
        Number.isInteger(value) && !Number.isSafeInteger(value)
      ? "holds a number that JSON rounded; send it as text"
      : null;
  }
  if (typeof value !== "object" || value === null) return null;
  if (depth >= DEPTH_MAX) return `is nested deeper than ${DEPTH_MAX} levels`;
  for (const [name, member] of Object.entries(value)) {
    const wrong = name === "__proto__"
      ? "has a name that cannot be kept"
      : wrongText(name) ?? wrongJson(member as Json, depth + 1);
    if (wrong !== null) return wrong;
  }
  return null;
}
