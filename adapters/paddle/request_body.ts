/** The body of a request in Paddle's words: names in snake case, as those in our custom data are anyhow. */
export function requestBody(body: unknown): string {
  return JSON.stringify(inSnakeCase(body));
}

function inSnakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSnakeCase);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      inSnakeCase(part),
    ]),
  );
}
