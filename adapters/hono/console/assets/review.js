// Reviewing without waiting: while one item is looked at, the next is claimed and fetched; a decision is sent while the
// next is shown already, and what came of it is told there. Where nothing was fetched ahead, the form goes its usual way.
{
  const { balance } = globalThis;
  let ahead = Promise.resolve(null);
  let sending = Promise.resolve();
  let isPlain = false;
  // The second click of a double click falls on the next item, which nobody has seen by then.
  const UNSEEN_MS = 400;

  const trouble = (text, back, told = "Not decided") =>
    balance.tell({ kind: "trouble", text: `${told}: ${text}` }, back);

  const fetchNext = async (form) => {
    const body = new URLSearchParams(new FormData(form));
    body.set("ahead", "on");
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body,
        headers: { Accept: "text/html" },
      });
      if (!answer.ok) return null;
      const page = new DOMParser().parseFromString(
        await answer.text(),
        "text/html",
      );
      return page.querySelector("[data-review]")
        ? { page, url: answer.url }
        : null;
    } catch {
      // The usual way will say what is wrong.
      return null;
    }
  };

  const send = async (action, body, back) => {
    try {
      const answer = await fetch(action, {
        method: "POST",
        body,
        headers: { Accept: "application/json" },
        // It arrives even where its reader goes elsewhere at once.
        keepalive: true,
      });
      if (answer.status === 401) return trouble("you are signed out.", back);
      const type = answer.headers.get("Content-Type") ?? "";
      if (!/[/+]json/.test(type)) {
        // Of something between the service and here.
        return trouble(`it was refused on the way (${answer.status}).`, back);
      }
      const told = await answer.json();
      if (answer.ok) balance.tell(told.flash);
      else trouble(`${told.title}.`, back);
    } catch {
      // It may have arrived all the same.
      trouble("the service does not answer.", back, "Perhaps not decided");
    }
  };

  const decide = async (form, submitter) => {
    form.dataset.deciding = "";
    const next = await ahead;
    await sending;
    if (!next) {
      // A form that is just being submitted cannot be submitted once more.
      await new Promise((resolve) => setTimeout(resolve));
      isPlain = true;
      delete form.dataset.deciding;
      form.requestSubmit(submitter);
      return;
    }
    const body = new URLSearchParams(new FormData(form, submitter));
    body.set("stay", "on");
    const back = location.href;
    sending = send(form.action, body, back);
    balance.show(next.page, next.url);
    const { dataset } = document.querySelector("[data-review]");
    dataset.unseen = "";
    setTimeout(() => delete dataset.unseen, UNSEEN_MS);
  };

  // A comment is a form of its own, and would go with the page.
  const mayLose = (comment) => {
    if (!comment?.value.trim()) return true;
    if (!confirm("Your comment was not sent. Decide without it?")) {
      comment.focus();
      return false;
    }
    comment.form.reset();
    return true;
  };

  addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-decide]")) return;
    if (isPlain) {
      isPlain = false;
      return;
    }
    if (form.closest("[data-unseen]")) {
      event.preventDefault();
      return;
    }
    const data = new FormData(form, event.submitter);
    const isIncomplete = data.get("choice") === "override" &&
      !data.get("category_id");
    if (isIncomplete) {
      event.preventDefault();
      form.querySelector("[role=combobox]")?.focus();
      balance.announce("Choose a category first.");
      return;
    }
    // A rule is to be seen first.
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    if (!mayLose(document.querySelector("[data-review] [name=comment]"))) {
      return;
    }
    if (form.dataset.deciding === undefined) decide(form, event.submitter);
  });

  addEventListener("keydown", (event) => {
    const isBack = event.key === "k" && document.querySelector("[data-review]");
    if (isBack && event.target.closest("input, textarea, select") === null) {
      if (localStorage.getItem("balance.keys") !== "off") history.back();
    }
  });

  balance.enhancers.push((root) => {
    const pass = root.querySelector("[data-review] #pass");
    ahead = pass ? fetchNext(pass) : Promise.resolve(null);
  });
}
