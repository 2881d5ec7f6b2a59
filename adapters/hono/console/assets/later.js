// Parts of a page that take long to work out: `data-later` says where they are, on a page with a part of the same id.
globalThis.balance.enhancers.push((root) => {
  for (const part of root.querySelectorAll("[data-later]")) {
    part.querySelector("a").hidden = true;
    part.setAttribute("aria-busy", "true");
    const give = (text) => {
      part.removeAttribute("aria-busy");
      part.querySelector("a").hidden = false;
      part.querySelector("[role=status]").textContent = text;
    };
    fetch(part.dataset.later, { headers: { Accept: "text/html" } })
      .then(async (answer) => {
        const page = new DOMParser().parseFromString(
          await answer.text(),
          "text/html",
        );
        const next = page.getElementById(part.id);
        if (!answer.ok || !next) {
          return give(page.querySelector("h1")?.textContent ?? "That failed.");
        }
        part.replaceWith(next);
        globalThis.balance.enhance(next);
        globalThis.balance.announce(next.dataset.announce ?? "Done.");
      })
      .catch(() => give("The service does not answer. Try again."));
  }
});
