// Parts of a page that take long: `data-load` is the page that has them, `id` says which part of it.
globalThis.balance.enhancers.push((root) => {
  for (const part of root.querySelectorAll("[data-load]")) load(part);
  async function load(part) {
    const href = part.dataset.load;
    try {
      const answer = await fetch(href, { headers: { Accept: "text/html" } });
      if (answer.status === 401) {
        globalThis.balance.signedOut(part);
        return part.remove();
      }
      const page = new DOMParser().parseFromString(
        await answer.text(),
        "text/html",
      );
      const next = page.getElementById(part.id);
      // An answer without the part tells what is wrong, as a page.
      if (!next) return location.assign(href);
      part.replaceWith(document.importNode(next, true));
      globalThis.balance.enhance(document.getElementById(part.id));
      globalThis.balance.announce("It is there.");
    } catch {
      part.textContent = "The service does not answer. Reload the page.";
    }
  }
});
