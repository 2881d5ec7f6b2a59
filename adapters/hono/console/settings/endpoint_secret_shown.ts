import type { EndpointWithSecret } from "../../../../src/notifications/use_cases/create_endpoint.ts";
import { toldOnce } from "../parts/told_once.tsx";
import type { Shown } from "../shell/page.tsx";
import { endpointPath, ENDPOINTS, SETTINGS } from "./settings_path.ts";

/** The page with an endpoint's new secret, this once. */
export function endpointSecretShown(
  { endpoint: { id, url }, secret }: EndpointWithSecret,
): Shown {
  return toldOnce({
    title: "Copy the secret now",
    lead:
      "It is not shown again. Whoever receives the messages checks their signatures with it.",
    of: url,
    secrets: [["Secret", secret]],
    trail: [
      { href: SETTINGS, label: "Settings" },
      { href: ENDPOINTS, label: "Webhooks for notices" },
    ],
    next: { href: endpointPath(id), label: "It is copied: to the webhook" },
  });
}
