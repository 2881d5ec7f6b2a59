const PAUSE_MS = 10_000;

/** `tell`, but of errors of one name and code just once in ten seconds: a server that is away is noticed many times a second. */
export function seldom(
  tell: (error: unknown) => void,
): (error: unknown) => void {
  const told = new Map<string, number>();
  return (error) => {
    const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
    const kind = `${name} ${code}`;
    const now = performance.now();
    if (now - (told.get(kind) ?? -PAUSE_MS) < PAUSE_MS) return;
    told.set(kind, now);
    tell(error);
  };
}
