import type { Hono } from "hono";
import { sha256 } from "../../../../src/kernel/sha256.ts";
import { CHART_STYLE } from "../../../charts/chart_style.ts";
import type { ApiEnv } from "../../api_context.ts";
import common from "./console.js" with { type: "text" };
import keys from "./keys.js" with { type: "text" };
import later from "./later.js" with { type: "text" };
import leave from "./leave.js" with { type: "text" };
import live from "./live.js" with { type: "text" };
import rules from "./rules.js" with { type: "text" };
import review from "./review.js" with { type: "text" };
import search from "./search.js" with { type: "text" };
import sent from "./sent.js" with { type: "text" };
import start from "./start.js" with { type: "text" };
import base from "./base.css" with { type: "text" };
import frame from "./frame.css" with { type: "text" };
import parts from "./parts.css" with { type: "text" };
import recordsStyle from "./records.css" with { type: "text" };
import reviewStyle from "./review.css" with { type: "text" };
import dashboardStyle from "./dashboard.css" with { type: "text" };
import billingStyle from "./billing.css" with { type: "text" };
import connectionsStyle from "./connections.css" with { type: "text" };
import rulesStyle from "./rules.css" with { type: "text" };
import settingsStyle from "./settings.css" with { type: "text" };
import icon from "./icon.svg" with { type: "text" };

/** One file each: every page has the same, and fetches it once. */
const FILES = {
  style: {
    name: "style",
    ending: "css",
    type: "text/css",
    text: [
      base,
      frame,
      parts,
      reviewStyle,
      recordsStyle,
      rulesStyle,
      connectionsStyle,
      billingStyle,
      CHART_STYLE,
      dashboardStyle,
      settingsStyle,
    ].join(
      "\n",
    ),
  },
  script: {
    name: "script",
    ending: "js",
    type: "text/javascript",
    text: [common, later, live, keys, search, review, rules, leave, sent, start]
      .join(
        "\n",
      ),
  },
  icon: { name: "icon", ending: "svg", type: "image/svg+xml", text: icon },
} as const;

/** What a browser may keep for a year: another content has another address. */
const FOR_EVER = "public, max-age=31536000, immutable";

/** The address of a file, with the beginning of its content's hash. */
function addressOf(file: keyof typeof FILES): string {
  const { name, ending, text } = FILES[file];
  return `/console/assets/${name}.${sha256(text).slice(0, 16)}.${ending}`;
}

/** Where the console's own files are. */
export const ASSETS: Readonly<Record<keyof typeof FILES, string>> = {
  style: addressOf("style"),
  script: addressOf("script"),
  icon: addressOf("icon"),
};

/** `GET /console/assets/…`: open to all, since nothing of a tenant's is in them. */
export function mountAssets(app: Hono<ApiEnv>): void {
  for (const [file, address] of Object.entries(ASSETS)) {
    const { text, type } = FILES[file as keyof typeof FILES];
    app.get(address, (c) =>
      c.body(text, 200, {
        "Content-Type": `${type}; charset=utf-8`,
        "Cache-Control": FOR_EVER,
      }));
  }
}
