/** What a page has its reader do, in order: save a file, or run commands and see what they print. */
export type Step =
  | { readonly kind: "file"; readonly path: string; readonly text: string }
  | {
    readonly kind: "run";
    readonly commands: string;
    /** All that is printed; `…` stands for anything within a line. */
    readonly output: string;
  };

/** The steps of a page in Markdown. A block of code that is neither a file (its first line is a comment with the path) nor `sh`, nor the `text` that follows one, is an error: it would be checked by nobody. */
export function stepsOf(page: string): readonly Step[] {
  const steps: Step[] = [];
  for (const [, language, text] of page.matchAll(/^```(\w*)\n(.*?)^```$/gms)) {
    const last = steps.at(-1);
    const path = /^(?:\/\/|#) (\S+\.\w+)\n/.exec(text!)?.[1];
    if (language === "sh") {
      steps.push({ kind: "run", commands: text!, output: "" });
    } else if (language === "text" && last?.kind === "run" && !last.output) {
      steps[steps.length - 1] = { ...last, output: text! };
    } else if (path !== undefined) {
      steps.push({ kind: "file", path, text: text! });
    } else throw new Error(`nobody runs this block:\n${text}`);
  }
  return steps;
}

/** Whether that is what was to be printed. */
export function isPrinted(expected: string, printed: string): boolean {
  const pattern = expected.split("…")
    .map((part) => part.replace(/[.*+?^$()|[\]{}\\]/g, "\\$&")).join("[^\\n]*");
  return new RegExp(`^${pattern}$`).test(printed);
}

/** The pages as one session of one reader, who does one after the other: a program for bash. It leaves what each `run` printed in `outputs`, a file each, by its number. */
export function sessionOf(steps: readonly Step[], outputs: string): string {
  let runs = 0;
  const lines = steps.map((step) => {
    if (step.kind === "run") {
      return `{\n${step.commands}} > ${outputs}/${runs++}`;
    }
    const folder = step.path.split("/").slice(0, -1).join("/");
    return `${
      folder && `mkdir -p ${folder}\n`
    }cat > ${step.path} << 'END OF FILE'\n${step.text}END OF FILE`;
  });
  return [
    "set -euo pipefail",
    "trap 'kill $(jobs -p); wait' EXIT",
    ...lines,
    "",
  ]
    .join("\n");
}
