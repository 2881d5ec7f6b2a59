import { settableClock } from "../support/settable_clock.ts";
import { stripeSubject } from "../support/stripe_subject.ts";
import { paymentsContract } from "./payments.ts";

paymentsContract("stripe", async () => stripeSubject(settableClock()));
