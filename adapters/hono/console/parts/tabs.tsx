/** The pages of a section, side by side. */
export function Tabs(
  { label, tabs, at }: {
    /** Of the section; read out. */
    readonly label: string;
    readonly tabs: readonly (readonly [href: string, label: string])[];
    /** The one that is looked at. */
    readonly at: string;
  },
) {
  return (
    <nav class="subpages" aria-label={label}>
      <ul>
        {tabs.map(([href, name]) => (
          <li>
            <a
              href={href}
              {...href === at && { "aria-current": "page" as const }}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
