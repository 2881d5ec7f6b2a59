import type { Child } from "hono/jsx";
import type { Step } from "../../../../src/processing/trace.ts";
import { Moment } from "../parts/figures.tsx";

/** The frame of each step: what was asked, and when. */
export function StepFrame(
  { title, step, children }: {
    readonly title: string;
    readonly step: Step;
    readonly children?: Child;
  },
) {
  return (
    <>
      <h3>{title}</h3>
      <p class="quiet small">
        <Moment at={step.at} />
      </p>
      {children}
    </>
  );
}
