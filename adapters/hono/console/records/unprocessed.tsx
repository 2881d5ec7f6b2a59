import type { RecordStatus } from "../../../../src/records/record.ts";

/** What stands where the reasons would be, while there are none: it is looked for again until they come. */
export function Unprocessed({ status }: { readonly status: RecordStatus }) {
  if (status === "failed") {
    return (
      <div>
        <p>
          It could not be processed. The job is among the{" "}
          <strong>dead letters</strong>, and can be sent again from there.
        </p>
      </div>
    );
  }
  return (
    <div>
      <p>It waits to be processed. This takes seconds as a rule.</p>
      <progress aria-label="Processing"></progress>
    </div>
  );
}
