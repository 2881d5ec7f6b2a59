import type {
  Limits,
  Neighbour,
  Step,
} from "../../../../src/processing/trace.ts";
import { percentText } from "../parts/figures.tsx";
import { evidenceWords, matchWords } from "../parts/words.ts";
import { categoryName, type Known } from "./known.ts";
import { recordPath } from "./record_path.ts";
import { StepFrame } from "./step_frame.tsx";

/** What was approved before of records alike, and whether that was enough. */
export function SimilarStep(
  { step, limits, known }: {
    readonly step: Extract<Step, { kind: "examples_recalled" }>;
    readonly limits: Limits;
    readonly known: Known;
  },
) {
  const { proposal, score, neighbours, candidates = [] } = step;
  const threshold = limits.similarity_threshold;
  return (
    <StepFrame title="Earlier approvals were looked at" step={step}>
      <p>
        {proposal === null ? "Nothing alike was approved before." : (
          <>
            They speak for <strong>{categoryName(known, proposal)}</strong> with
            {" "}
            {percentText(score)}.
          </>
        )} {threshold === null
          ? "Too little is known for them to settle a record yet."
          : `They settle from ${percentText(threshold)}.`}
      </p>
      {candidates.length > 0 && (
        <ul>
          {candidates.map((one) => (
            <li>
              {categoryName(known, one.category_id)}, {percentText(one.score)}
              {one.because.length > 0 &&
                `: ${one.because.slice(0, 3).map(evidenceWords).join("; ")}`}
            </li>
          ))}
        </ul>
      )}
      {neighbours.length > 0 && (
        <details>
          <summary>The records alike ({neighbours.length})</summary>
          <ul class="similar">
            {neighbours.map((one) => (
              <NeighbourWords one={one} known={known} />
            ))}
          </ul>
        </details>
      )}
    </StepFrame>
  );
}

function NeighbourWords(
  { one, known }: { readonly one: Neighbour; readonly known: Known },
) {
  const record = known.records.get(one.record_id);
  return (
    <li>
      <p>
        {record
          ? <a href={recordPath(record.id)}>{record.description}</a>
          : "A record that is there no more"}
      </p>
      <p class="quiet small">
        {categoryName(known, one.category_id)} · {matchWords(one.match)},{" "}
        {percentText(one.similarity)} alike
        {one.count > 1 && ` · ${one.count} approved`}
      </p>
    </li>
  );
}
