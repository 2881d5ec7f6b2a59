import type { TriedMapping } from "../../../../src/integrations/use_cases/try_mapping.ts";
import { Card } from "../parts/card.tsx";
import { wholeText } from "../parts/figures.tsx";
import { yamlText } from "../parts/yaml_text.ts";
import { DraftFacts } from "./draft_facts.tsx";

/** Records that are shown of one payload, which may become a thousand. */
const SHOWN_MAX = 5;

/** What a mapping makes of a payload, or why nothing. */
export function TrialCard(
  { title, tried: { made, drafts, failure } }: {
    readonly title: string;
    readonly tried: TriedMapping;
  },
) {
  const rest = drafts.length - SHOWN_MAX;
  return (
    <Card title={title} id="trial">
      {failure !== null && (
        <div class="flash trouble">
          <div>
            <p>{failure.title}.</p>
            {failure.flaws.length > 0 && (
              <ul>
                {failure.flaws.map(({ pointer, detail }) => (
                  <li>
                    <code>{pointer}</code> {detail}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      )}
      {failure === null && drafts.length === 0 && (
        <p>It makes no record of it, so nothing is taken in.</p>
      )}
      <ul class="similar">
        {drafts.slice(0, SHOWN_MAX).map((draft) => (
          <li>
            <DraftFacts draft={draft} />
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{`And ${wholeText(rest)} more.`}</p>}
      {made !== null && (
        <details>
          <summary>As it was made</summary>
          <pre
            tabindex={0}
            role="region"
            aria-label="As it was made"
          >{yamlText(made)}</pre>
        </details>
      )}
    </Card>
  );
}
