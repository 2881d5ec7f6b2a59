/**
 * The lists that this service sends and reads, as postgres.js takes types. It could ask the server for all array types,
 * but does so on each new connection, by a query whose failure nobody can catch: one connection that breaks as it opens
 * would end the process.
 */
export const arrays = {
  textArray: { to: 1009, from: [1009], serialize, parse },
  integerArray: written(1007),
  bigintArray: written(1016),
  doubleArray: written(1022),
  timestampArray: written(1185),
};

type Scalar = string | number | bigint | Date | null;

/** A type that is sent, never read. */
function written(oid: number) {
  return { to: oid, from: [], serialize, parse };
}

/** Every item in quotes, which all types of items may stand in. */
function serialize(items: readonly Scalar[]): string {
  return `{${items.map(literal).join(",")}}`;
}

function literal(item: Scalar): string {
  if (item === null) return "NULL";
  const text = item instanceof Date ? item.toISOString() : String(item);
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** `{a,"b c",NULL}`, a list of one dimension. */
function parse(text: string): (string | null)[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|([^{},"]+)/gs)]
    .map(([, quoted, bare]) =>
      quoted?.replace(/\\(.)/gs, "$1") ?? (bare === "NULL" ? null : bare!)
    );
}
