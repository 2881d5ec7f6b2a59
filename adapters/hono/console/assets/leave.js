// Whoever leaves a page with something written in one of its long forms is asked whether they mean it: also where another
// form is sent, or where this one was handed back.
{
  const LONG = "form:is(.fields, .editor)[method=post]";
  const written = new Set();
  if (document.body.dataset.unsent !== undefined) {
    for (const form of document.querySelectorAll(LONG)) {
      const { pathname } = new URL(form.action);
      if (pathname === location.pathname) written.add(form);
    }
  }
  addEventListener("input", ({ target }) => {
    if (target.form?.matches(LONG)) written.add(target.form);
  });
  addEventListener("submit", (event) => {
    if (!event.defaultPrevented) written.delete(event.target);
  });
  addEventListener("reset", ({ target }) => written.delete(target));
  // Cancel says that they do.
  addEventListener("click", ({ target }) => {
    if (target.closest(".buttons a")) written.clear();
  });
  addEventListener("beforeunload", (event) => {
    if ([...written].some((form) => form.isConnected)) event.preventDefault();
  });
}
