import {
  CustomerPortalSessionsResource,
  CustomersResource,
  SubscriptionsResource,
  TransactionsResource,
} from "@paddle/paddle-node-sdk";
import {
  paddleRequests,
  type PaddleSettings,
  type SdkClient,
} from "./paddle_requests.ts";

/** What of Paddle is used. */
export interface PaddleClient {
  readonly customers: CustomersResource;
  readonly portalSessions: CustomerPortalSessionsResource;
  readonly subscriptions: SubscriptionsResource;
  readonly transactions: TransactionsResource;
}

/** The SDK's paths, queries and objects over requests of ours: the SDK's own cannot be given a `fetch`, nor a time to wait. */
export function paddleClient(settings: PaddleSettings): PaddleClient {
  // Only these methods are called; a class with private parts cannot be stood in for otherwise.
  const requests = paddleRequests(settings) as unknown as SdkClient;
  return {
    customers: new CustomersResource(requests),
    portalSessions: new CustomerPortalSessionsResource(requests),
    subscriptions: new SubscriptionsResource(requests),
    transactions: new TransactionsResource(requests),
  };
}
