import { z } from "@hono/zod-openapi";
import type { Deps } from "../../../../ports/deps.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { sha256 } from "../../../../src/kernel/sha256.ts";
import { fail, ok, type Result } from "../../../../src/kernel/result.ts";
import { ruleFailures } from "../../../../src/rules/rule.ts";
import { importRules } from "../../../../src/rules/use_cases/import_rules.ts";
import type { RulesImport } from "../../../../src/rules/use_cases/import_rules.ts";
import type { Scope } from "../../../../src/tenancy/scope.ts";
import { readTenant } from "../../../../src/tenancy/use_cases/read_tenant.ts";
import { integerText, text } from "../../fields.ts";
import { readBy } from "../../flaws_in.ts";
import { documentSchema, readRules } from "../../routes/import_rules.ts";
import { Card } from "../parts/card.tsx";
import { TextArea } from "../parts/field.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { action } from "../shell/action.ts";
import { textOf } from "../shell/form_state.ts";
import { page } from "../shell/page.tsx";
import { readYamlText } from "../parts/yaml_text.ts";
import { changesRules, ImportEffect } from "./import_effect.tsx";
import { RULES } from "./rule_path.ts";
import { RulesTabs } from "./rules_tabs.tsx";

const AT = `${RULES}/files`;
/** Flaws that are told at once. */
const TOLD_MAX = 10;

/** The rules as a file, there and back; what a file would change is shown before it does. */
export const filesPage = page({
  path: "/rules/files",
  action: "rules.read",
  async show({ deps, scope, frame, form }) {
    const tenant = await readTenant(deps, scope);
    if (!tenant.ok) return tenant;
    const mustTest = tenant.value.settings.requireBacktest;
    const given = textOf(form, "text");
    const wasChecked = given !== "" && form.failure === null;
    const effect = wasChecked ? await imported(deps, scope, given, {}) : null;
    if (effect && !effect.ok) return effect;
    return ok({
      title: "Import and export",
      lead: "All rules as one document, for a repository or another company.",
      trail: [{ href: RULES, label: "Rules" }],
      body: (
        <>
          <RulesTabs at={AT} />
          <Card title="Export">
            <div class="buttons">
              <a
                class="button"
                href="/api/v1/rules/export?format=yaml"
                download="rules.yaml"
              >
                As YAML
              </a>
              <a
                class="button"
                href="/api/v1/rules/export?format=json"
                download="rules.json"
              >
                As JSON
              </a>
            </div>
          </Card>
          {frame.may("rules.write") && (
            <Card title="Import">
              <p>
                The rules of the document take the place of all that are in
                force: those that are not in it are removed. Look first; nothing
                is changed by that. Documents of more than 200 kB go by the API.
              </p>
              {mustTest && (
                <p class="quiet">
                  Your company wants every change of its rules back-tested
                  first, so a document can be looked at here and not taken in.
                </p>
              )}
              <form method="post" action={AT} class="wide-fields">
                <FormTrouble form={form} labels={{ text: "The document" }} />
                <TextArea
                  form={form}
                  name="text"
                  label="The document, as YAML or JSON"
                  rows={14}
                />
                {effect && (
                  <>
                    <ImportEffect effect={effect.value} />
                    <input
                      type="hidden"
                      name="seen"
                      value={String(effect.value.ruleSetVersion)}
                    />
                    <input type="hidden" name="looked" value={sha256(given)} />
                  </>
                )}
                <div class="buttons">
                  <button type="submit" name="do" value="look">
                    See what would change
                  </button>
                  {effect && !mustTest && changesRules(effect.value) && (
                    <button
                      type="submit"
                      name="do"
                      value="take"
                      class="primary"
                    >
                      Take it in
                    </button>
                  )}
                </div>
              </form>
            </Card>
          )}
        </>
      ),
    });
  },
});

/** Shows what a document would change, or takes it in. */
export const importAction = action({
  path: "/rules/files",
  action: "rules.write",
  expensive: true,
  form: z.object({
    text: z.string({ error: "is empty" }),
    do: z.enum(["look", "take"]).default("look"),
    seen: integerText({ min: 0, max: 2_147_483_647 }).optional(),
    /** The SHA-256 of the text that was looked at. */
    looked: text(64).optional(),
  }),
  page: filesPage,
  async act({ deps, scope, form }) {
    // A text that was written after the look is looked at first.
    const takeIn = form.do === "take" && form.looked === sha256(form.text);
    const done = await imported(deps, scope, form.text, {
      takeIn,
      seen: takeIn ? form.seen ?? null : null,
    });
    if (!done.ok) return done;
    if (!takeIn) return ok({ again: { text: form.text } });
    return ok({
      to: RULES,
      flash: {
        kind: "done",
        text: `The rules are in version ${done.value.ruleSetVersion} now.`,
      },
    });
  },
});

async function imported(
  deps: Deps,
  scope: Scope,
  text: string,
  { takeIn = false, seen = null }: {
    readonly takeIn?: boolean;
    readonly seen?: number | null;
  },
): Promise<Result<RulesImport, Failure>> {
  const yaml = readYamlText(text);
  if ("wrong" in yaml) return refused(yaml.wrong);
  const document = readBy(documentSchema, yaml.value);
  if (!document.ok) return refused(inWords(document.flaws));
  const rules = readRules(document.value.rules);
  if (!rules.ok) {
    return rules.failure.flaws.length > 0
      ? refused(inWords(rules.failure.flaws))
      : rules;
  }
  const done = await importRules(deps, scope, {
    rules: rules.value,
    dryRun: !takeIn,
    seenVersion: seen,
  });
  return done.ok || done.failure.flaws.length === 0
    ? done
    : refused(inWords(done.failure.flaws));
}

function refused(detail: string): Result<never, Failure> {
  return fail(
    ruleFailures.document_invalid({}, [{ pointer: "/text", detail }]),
  );
}

function inWords(flaws: Failure["flaws"]): string {
  const told = flaws.slice(0, TOLD_MAX)
    .map(({ pointer, detail }) => `${detail}, at ${pointer || "the top"}`);
  return told.join("; ");
}
