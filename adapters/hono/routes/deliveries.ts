import { ok } from "../../../src/kernel/result.ts";
import { deliveryFailures } from "../../../src/records/delivery.ts";
import { readDelivery } from "../../../src/records/use_cases/read_delivery.ts";
import { retryDelivery } from "../../../src/records/use_cases/retry_delivery.ts";
import { type Route, route } from "../route.ts";
import { deliveryJson, deliverySchema } from "./delivery_schema.ts";

const read = route({
  method: "get",
  path: "/deliveries/{id}",
  tag: "deliveries",
  summary: "Read a delivery",
  action: "records.read",
  id: {
    prefix: "dlv",
    missing: (id) => deliveryFailures.missing({ delivery_id: id }),
  },
  answer: {
    status: 200,
    description: "The delivery and, once taken in, what became of it",
    schema: deliverySchema,
  },
  async handle({ deps, scope, id }) {
    const found = await readDelivery(deps, scope, id);
    return found.ok ? ok({ body: deliveryJson(found.value) }) : found;
  },
});

const retry = route({
  method: "post",
  path: "/deliveries/{id}/retry",
  tag: "deliveries",
  summary: "Take a failed delivery in once more",
  action: "records.write",
  id: {
    prefix: "dlv",
    missing: (id) => deliveryFailures.missing({ delivery_id: id }),
  },
  answer: {
    status: 202,
    description: "The delivery, which waits again",
    schema: deliverySchema,
  },
  refusals: [deliveryFailures.not_failed()],
  async handle({ deps, scope, id }) {
    const found = await retryDelivery(deps, scope, id);
    return found.ok ? ok({ body: deliveryJson(found.value) }) : found;
  },
});

export const deliveryRoutes: readonly Route[] = [read, retry];
