/** What a form holds, as a browser sends it; several values of one name are a list. */
export type SentForm = Readonly<Record<string, string | readonly string[]>>;

const CONTROL =
  /<(input|textarea|select)\b([^>]*?)\/?>(?:([^<]*)<\/textarea>|((?:\s*<option[^>]*>[^<]*<\/option>)*)\s*<\/select>)?/g;

/** The form of a page that is sent to `action`, as it is while nobody touched it. */
export function formIn(page: string, action: string): SentForm {
  const start = page.indexOf(` action="${action}"`);
  if (start < 0) throw new Error(`there is no form for ${action}`);
  const body = page.slice(start, page.indexOf("</form>", start));
  const pairs = [...body.matchAll(CONTROL)]
    .flatMap(([, tag, attributes = "", text = "", options = ""]) => {
      const name = attributeIn(attributes, "name");
      const isOff = attributeIn(attributes, "type") === "checkbox" &&
        attributeIn(attributes, "checked") === null;
      if (name === null || isOff) return [];
      return [[
        name,
        tag === "select"
          ? chosenIn(options)
          : tag === "textarea"
          ? plain(text)
          : attributeIn(attributes, "value") ?? "",
      ]];
    }) as [string, string][];
  return Object.fromEntries(
    [...Map.groupBy(pairs, ([name]) => name)].map(([name, all]) => {
      const values = all.map(([, value]) => value);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
}

function chosenIn(options: string): string {
  const all = [...options.matchAll(/<option([^>]*)>/g)].map(([, one]) => one!);
  const chosen = all.find((one) => attributeIn(one, "selected") !== null);
  return attributeIn(chosen ?? all[0] ?? "", "value") ?? "";
}

function attributeIn(attributes: string, name: string): string | null {
  const found = new RegExp(` ${name}(?:="([^"]*)")?(?=\\s|$|/)`).exec(
    attributes,
  );
  return found ? plain(found[1] ?? "") : null;
}

/** Text as it was before it was written as HTML. */
function plain(html: string): string {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"').replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
