/** The pages about the company: each with its largest period, or as it opens. */
export const OFFICE_PAGES: Readonly<Record<string, string>> = {
  dashboard: "/console/dashboard?days=365",
  reports: "/console/reports",
  report_new: "/console/reports/new",
  dead_letters: "/console/dead-letters",
  members: "/console/members",
  keys: "/console/members/keys",
  billing: "/console/billing",
  settings: "/console/settings",
  settings_deciding: "/console/settings/deciding",
  settings_model: "/console/settings/model",
  settings_categories: "/console/settings/categories",
  settings_endpoints: "/console/settings/endpoints",
};
