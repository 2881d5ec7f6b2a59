// Whoever leaves a page with something written in one of its long forms is asked whether they mean it.
{
  const LONG = ".fields, .editor";
  let isWritten = false;
  addEventListener("input", ({ target }) => {
    isWritten ||= target.form?.method === "post" && target.form.matches(LONG);
  });
  addEventListener("submit", (event) => {
    if (!event.defaultPrevented && event.target.matches(LONG)) {
      isWritten = false;
    }
  });
  // Cancel says that they do.
  addEventListener("click", ({ target }) => {
    if (target.closest(".buttons a")) isWritten = false;
  });
  addEventListener("beforeunload", (event) => {
    if (isWritten) event.preventDefault();
  });
}
