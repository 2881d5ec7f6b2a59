import type { FormState } from "../shell/form_state.ts";

/** What somebody else made of a field that was changed here too; `words` are what it is called where people choose it. */
export function Theirs(
  { form, name, id, words = (value) => value }: {
    readonly form: FormState;
    readonly name: string;
    readonly id: string;
    readonly words?: ((value: string) => string) | undefined;
  },
) {
  const theirs = form.theirs?.get(name);
  if (theirs === undefined) return null;
  return (
    <div class="theirs" id={id}>
      {theirs === "" ? <p>It is blank now.</p> : theirs.includes("\n")
        ? (
          <>
            <p>This now stands there:</p>
            <pre>{theirs}</pre>
          </>
        )
        : <p>“{words(theirs)}” now stands there.</p>}
    </div>
  );
}
