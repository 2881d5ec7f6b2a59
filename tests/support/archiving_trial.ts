import type { ModelCall } from "../../ports/language_model.ts";
import { changeCategory } from "../../src/categories/use_cases/change_category.ts";
import { watched } from "./outside_tx.ts";
import { recordsSeen } from "./model_answers.ts";
import { answers, scriptedModel } from "./scripted_model.ts";
import { incoming, openTrial, value } from "./trial.ts";

export const KNOWN = "Tallow & Reed stationery";
export const NOVEL = "Quillback Hosting";
export const OTHER = "Marrow Street garage";

/** A tenant that has one text as office, and a model during whose call about `NOVEL` office is archived. */
export async function openArchiving() {
  let archive = () => Promise.resolve();
  const model = scriptedModel(async (call) => {
    const asked = textsOf(call);
    if (asked.includes(NOVEL)) await archive();
    // Office, the first of two labels, for as long as it can be chosen.
    const others = call.system.includes("Office") ? 1 : 0;
    return answers(call, (_, text) => ({ label: text === OTHER ? others : 0 }));
  });
  const trial = await openTrial({ model, wrap: watched });
  const [office, fuel] = await trial.categories("Office", "Fuel");
  await trial.send(...Array.from({ length: 12 }, () => incoming()));
  await trial.runJobs();
  await trial.giveAll(() => office!);
  await trial.runJobs();
  const taught = model.calls.length;
  archive = async () => {
    const given = { change: { archived: true }, seenVersion: null };
    value(await changeCategory(trial.deps, trial.scope, office!, given));
  };
  return {
    ...trial,
    office: office!,
    fuel: fuel!,
    /** What the model was asked about, call by call. */
    asked: () => model.calls.slice(taught).map(textsOf),
    /** How often each of the records was asked for again, and how often it was decided. */
    async told(ids: readonly string[]) {
      const events = await trial.events();
      const count = (type: string, id: string) =>
        events.filter((event) =>
          event.type === type && event.payload["record_id"] === id
        ).length;
      return ids.map((id) => [
        count("REPROCESS_REQUESTED", id),
        count("PROCESSED", id),
      ]);
    },
  };
}

export function textsOf(call: ModelCall): readonly string[] {
  return recordsSeen(call).map(({ description }) => description);
}

export const described = (...texts: readonly string[]) =>
  texts.map((description) => incoming({ description }));
