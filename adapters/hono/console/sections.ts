import type { Section } from "./shell/console_route.ts";
import { recordRoutes } from "./records/routes.ts";

/** The parts of the console, in the order of its navigation. */
export const SECTIONS: readonly Section[] = [
  {
    path: "/records",
    label: "Records",
    action: "records.read",
    routes: recordRoutes,
  },
];
