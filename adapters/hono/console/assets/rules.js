// The rule editor: a condition shows what the chosen operator takes, and no more.
{
  const BARE = new Set(["is_empty", "true", "false"]);
  const show = (row) => {
    const op = row.querySelector('select[name^="op-"]')?.value;
    if (op === undefined) return;
    for (const part of row.querySelectorAll("[data-for]")) {
      const isEnd = part.dataset.for === "to";
      part.hidden = isEnd ? op !== "between" : BARE.has(op);
      const hint = isEnd && part.querySelector(".hint");
      if (hint) hint.hidden = true;
    }
  };
  globalThis.balance.enhancers.push((root) => {
    for (const row of root.querySelectorAll("[data-row]")) {
      show(row);
      row.addEventListener("change", () => show(row));
    }
  });
}
