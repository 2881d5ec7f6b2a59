const CHANGE =
  /\b(?:(insert) into|(?<!for )(update)|(delete) from)\s+"?([a-z_]\w*)/i;
/** A table that is read, not a function. */
const READ = /\b(?:from|join)\s+"?([a-z_]\w*)"?(?!\w|\s*\()/i;

/** What a statement does and to which table, such as `insert outbox`: its first change, else the first table it reads. */
export function nameOf(statement: string): string {
  const [, insert, update, remove, changed] = CHANGE.exec(statement) ?? [];
  const verb = insert ?? update ?? remove;
  if (verb) return `${verb.toLowerCase()} ${changed}`;
  const [, read] = READ.exec(statement) ?? [];
  return read ? `select ${read}` : /\w+/.exec(statement)?.[0] ?? "SQL";
}
