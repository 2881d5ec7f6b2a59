import { failures } from "../../src/kernel/failure.ts";

/** Why a request came too often, or beside too many others. */
export const limitFailures = failures("limit", {
  key: {
    category: "over_limit",
    title: "Too many requests of this key or person",
  },
  tenant: {
    category: "over_limit",
    title: "Too many requests of this company",
  },
  address: {
    category: "over_limit",
    title: "Too many requests from this address let nobody in",
  },
  streams: {
    category: "over_limit",
    title: "Too many streams of this company are open",
  },
  streams_of_all: {
    category: "unavailable",
    title: "No more streams can be opened here now",
  },
  at_once: {
    category: "over_limit",
    title: "Too many requests of this kind are under way",
  },
});
