import type { CategoryId, EndpointId } from "../../../../src/kernel/ids.ts";
import { categoryFailures } from "../../../../src/categories/category.ts";
import { endpointFailures } from "../../../../src/notifications/endpoint.ts";

/** The section's pages. */
export const SETTINGS = "/console/settings";
export const DECIDING = "/console/settings/deciding";
export const MODEL = "/console/settings/model";
export const RETENTION = "/console/settings/retention";
export const CATEGORIES = "/console/settings/categories";
export const NOTIFICATIONS = "/console/settings/notifications";
export const ENDPOINTS = "/console/settings/endpoints";

/** The page of one category. */
export function categoryPath(
  id: CategoryId,
): `/console/settings/categories/${CategoryId}` {
  return `${CATEGORIES}/${id}`;
}

/** The page of one endpoint. */
export function endpointPath(
  id: EndpointId,
): `/console/settings/endpoints/${EndpointId}` {
  return `${ENDPOINTS}/${id}`;
}

/** The kinds of ids in addresses. */
export const categoryId = {
  prefix: "cat",
  missing: (id: string) => categoryFailures.missing({ category_id: id }),
} as const;
export const endpointId = {
  prefix: "nep",
  missing: (id: string) => endpointFailures.missing({ endpoint_id: id }),
} as const;
