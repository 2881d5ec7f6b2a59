import { EVENT_WORDS } from "../../../../src/events/event_text.ts";
import type { Choices } from "../parts/field.tsx";

/** The types that there are, by what people call them. */
export const EVENT_CHOICES: Choices = Object.entries(EVENT_WORDS)
  .toSorted(([, a], [, b]) => a < b ? -1 : 1);
