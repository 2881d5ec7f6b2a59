import type { PullSettings } from "../pull_settings.ts";

/** A source that is known: where it is, and how what it lists becomes records. Its secrets are the tenant's. */
export interface Manifest {
  /** As requests name it. */
  readonly name: string;
  readonly title: string;
  readonly settings: PullSettings;
  /** JSONata, of one item. */
  readonly mapping: string;
}
