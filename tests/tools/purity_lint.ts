/** Names that reach the clock, chance, the network, the machine or the console. */
const OUTSIDE = new Set([
  "Deno",
  "process",
  "console",
  "performance",
  "crypto",
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "EventSource",
  "BroadcastChannel",
  "Worker",
  "navigator",
  "location",
  "localStorage",
  "sessionStorage",
  "caches",
  "alert",
  "confirm",
  "prompt",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "clearTimeout",
  "clearInterval",
  "clearImmediate",
  "queueMicrotask",
  // Through these every other name can be had.
  "globalThis",
  "self",
  "window",
  "global",
  "eval",
  "Function",
  "require",
]);

/** Globals that are pure but for some members; any other use than `Name.member` is reported. */
const IMPURE_MEMBERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["Math", new Set(["random"])],
  ["Temporal", new Set(["Now"])],
  ["AbortSignal", new Set(["timeout"])],
  ["Intl", new Set(["DateTimeFormat"])],
  ["Date", new Set(["now"])],
]);

/** Methods whose answer depends on the machine's time zone or language. */
const LOCAL_METHOD =
  /^((get|set)(FullYear|Month|Date|Day|Hours|Minutes)|getTimezoneOffset|toLocale\w+|localeCompare|to(Date|Time)String)$/;

const ROOT = new URL("../../", import.meta.url).pathname;

/** Whether the file belongs to the core: `src/` but for `src/main/`. */
function isCore(filename: string): boolean {
  const path = filename.replaceAll("\\", "/").replace(ROOT, "");
  return path.startsWith("src/") && !path.startsWith("src/main/");
}

type Member = Deno.lint.MemberExpression;

/** Whether this identifier only names a member, a key or a type, and so is no use of a global. */
function isOnlyAName(node: Deno.lint.Identifier): boolean {
  const parent = node.parent as Deno.lint.Node;
  switch (parent.type) {
    case "MemberExpression":
      return parent.property === node && !parent.computed;
    case "Property":
      return parent.key === node && !parent.computed;
    case "MethodDefinition":
    case "PropertyDefinition":
      return parent.key === node && !parent.computed;
    case "ImportSpecifier":
      return parent.imported === node && parent.local.name !== node.name;
    default:
      return parent.type.startsWith("TS") && parent.type !== "TSAsExpression" &&
        parent.type !== "TSNonNullExpression" &&
        parent.type !== "TSSatisfiesExpression";
  }
}

/** The name after the point, also of `x["name"]`; undefined when it is computed. */
function memberName({ computed, property }: Member): string | undefined {
  if (!computed && property.type === "Identifier") return property.name;
  return property.type === "Literal" ? String(property.value) : undefined;
}

/** What is wrong with this use of a partly pure global; undefined when it is fine. */
function wrongUse(node: Deno.lint.Identifier): string | undefined {
  const impure = IMPURE_MEMBERS.get(node.name);
  if (!impure) return undefined;
  const parent = node.parent as Deno.lint.Node;
  if (parent.type === "MemberExpression" && parent.object === node) {
    const member = memberName(parent);
    if (member === undefined) return `a computed member of ${node.name}`;
    return impure.has(member) ? `${node.name}.${member}` : undefined;
  }
  if (node.name === "Date") {
    if (parent.type === "BinaryExpression") return undefined; // instanceof
    if (parent.type === "NewExpression" && parent.callee === node) {
      const [first, ...more] = parent.arguments;
      if (!first || first.type === "SpreadElement") return "new Date()";
      return more.length > 0 ? "new Date() in local time" : undefined;
    }
  }
  return `${node.name} as a value`;
}

/** In `src/`, save its entry points: no clock, no chance, no outside world. */
const pureCore: Deno.lint.Rule = {
  create(context) {
    if (!isCore(context.filename)) return {};
    const report = (node: Deno.lint.Node, what: string) =>
      context.report({
        node,
        message: `The core may not use ${what}`,
        hint: "Take it as an argument or through a port.",
      });
    return {
      Identifier(node) {
        if (isOnlyAName(node)) return;
        const what = OUTSIDE.has(node.name) ? node.name : wrongUse(node);
        if (what) report(node, what);
      },
      MemberExpression(node) {
        const name = memberName(node);
        if (name && LOCAL_METHOD.test(name)) {
          report(node, `${name}(), which depends on the machine`);
        }
      },
      ImportExpression(node) {
        report(node, "import(), which the architecture test cannot follow");
      },
    };
  },
};

function isEmptyHandler(node: Deno.lint.Node | undefined): boolean {
  return (node?.type === "ArrowFunctionExpression" ||
    node?.type === "FunctionExpression") &&
    node.body?.type === "BlockStatement" && node.body.body.length === 0;
}

/** Everywhere: an error that is caught is handled. A comment is no handling. */
const noSilentCatch: Deno.lint.Rule = {
  create(context) {
    const report = (node: Deno.lint.Node) =>
      context.report({
        node,
        message: "An error is caught and nothing is done about it",
        hint: "Handle it, or catch just the one that is expected.",
      });
    return {
      CatchClause(node) {
        if (node.body.body.length === 0) report(node);
      },
      CallExpression(node) {
        if (
          node.callee.type === "MemberExpression" &&
          memberName(node.callee) === "catch" &&
          isEmptyHandler(node.arguments[0])
        ) report(node);
      },
    };
  },
};

const plugin: Deno.lint.Plugin = {
  name: "balance",
  rules: { "pure-core": pureCore, "no-silent-catch": noSilentCatch },
};
export default plugin;
