/** What the drawing is called, and how large it is. */
export type SvgFrame = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
};

/**
 * The library's drawing, made fit for any page: no style element or attribute (a
 * strict content policy forbids them), no class and no counter of the process in its
 * ids, no size of its own, and a title and description.
 */
export function tidySvg(svg: string, frame: SvgFrame): string {
  const start = svg.indexOf(">") + 1;
  const inner = svg.slice(start, svg.lastIndexOf("</svg>"))
    .replace(/<style\b[\s\S]*?<\/style>/g, "")
    .replace(/<[a-zA-Z]+\b[^>]*>/g, (tag) => tidyTag(tag, frame.id))
    .replace(/<rect [^>]*fill="none"[^>]*><\/rect>\n?/, "")
    .trim();
  const { id, width, height } = frame;
  return `<svg class="chart" id="${id}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" focusable="false">
<title id="${id}-title">${escaped(frame.title)}</title>
<desc id="${id}-desc">${escaped(frame.description)}</desc>
${inner}
</svg>`;
}

function tidyTag(tag: string, id: string): string {
  return tag
    .replace(/ (?:class|ecmeta_[a-z_]+|pointer-events|xml:space)="[^"]*"/g, "")
    .replace(/ style="([^"]*)"/g, (_, style: string) => attributes(style))
    .replace(/\bzr\d+-/g, `${id}-`);
}

/** Declarations as the attributes of the same name; the font is the page's. */
function attributes(style: string): string {
  return style.split(";").map((part) => part.split(":", 2))
    .filter(([name, value]) => name && value && name !== "font-family")
    .map(([name, value]) => ` ${name}="${value}"`).join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
