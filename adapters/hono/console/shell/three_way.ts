import type { FormValues } from "./form_state.ts";

/** What two people made of the same form. */
export interface Merged {
  /** The fields as both left them: what was not changed here is what stands now. Blank ones are left out. */
  readonly values: FormValues;
  /** What stands now in the fields that both changed, each to something else; `values` has what was written here. */
  readonly theirs: ReadonlyMap<string, string>;
  /** Whether anything was changed there. */
  readonly isOlder: boolean;
}

type Value = FormValues[string];

/**
 * Puts what was changed from `was` to `mine` onto what stands `now`. A field that `now` has a list for is merged entry
 * by entry, so that two who tick different boxes both have theirs; any other is one thing, and two who change it
 * differ.
 */
export function threeWay(
  { was, mine, now }: {
    readonly was: FormValues;
    readonly mine: FormValues;
    readonly now: FormValues;
  },
): Merged {
  const names = new Set([was, mine, now].flatMap(Object.keys));
  const merged = [...names].map((name) => ({
    name,
    ...Array.isArray(now[name])
      ? listsOf(was[name], mine[name], now[name])
      : textsOf(was[name], mine[name], now[name]),
  }));
  return {
    values: withoutBlanks(
      Object.fromEntries(merged.map(({ name, value }) => [name, value])),
    ),
    theirs: new Map(
      merged.flatMap(({ name, theirs }) =>
        theirs === undefined ? [] : [[name, theirs] as const]
      ),
    ),
    isOlder: merged.some(({ isOlder }) => isOlder),
  };
}

/** The fields that hold something. */
export function withoutBlanks(values: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value.length > 0),
  );
}

interface MergedField {
  readonly value: Value;
  readonly theirs?: string;
  readonly isOlder: boolean;
}

function listsOf(
  was: Value | undefined,
  mine: Value | undefined,
  now: Value | undefined,
): MergedField {
  const [before, here, there] = [was, mine, now].map((value) =>
    [value ?? []].flat()
  ) as [string[], string[], string[]];
  const added = here.filter((one) =>
    !before.includes(one) && !there.includes(one)
  );
  const kept = there.filter((one) =>
    here.includes(one) || !before.includes(one)
  );
  return {
    value: [...kept, ...added],
    isOlder: there.length !== before.length ||
      there.some((one) => !before.includes(one)),
  };
}

function textsOf(
  was: Value | undefined,
  mine: Value | undefined,
  now: Value | undefined,
): MergedField {
  const [before, here, there] = [was, mine, now].map(asSent) as [
    string,
    string,
    string,
  ];
  const isOlder = there !== before;
  if (here === before) return { value: now ?? "", isOlder };
  return {
    value: mine ?? "",
    isOlder,
    ...isOlder && there !== here && { theirs: there },
  };
}

/** As a browser sends it once it stood in a field. */
function asSent(value: Value | undefined): string {
  return [value ?? ""].flat().join("\n").replaceAll(/\r\n?/g, "\n").trim();
}
