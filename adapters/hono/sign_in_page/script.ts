/** What the sign-in page does: it takes the code out of the address, and sends it only when its reader says so. */
export const SCRIPT = `"use strict";
const code = location.hash.slice(1);
history.replaceState(null, "", location.pathname);
const isInvitation = code.startsWith("balinv_");
const form = document.querySelector("form");
const nameField = document.querySelector("#name-field");
const state = document.querySelector("#state");
if (code === "") {
  state.textContent = "Open the link that you were given: it holds a code that is good once.";
} else {
  form.hidden = false;
  nameField.hidden = !isInvitation;
  form.elements.name.required = isInvitation;
  // On this machine's own address nobody looks at links before their reader does, so the button needs no press.
  const isHere = /^(localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1\\])$/.test(location.hostname);
  if (isHere && location.protocol === "http:" && !isInvitation) {
    addEventListener("load", () => form.requestSubmit());
  }
}
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  form.elements.go.disabled = true;
  const name = form.elements.name.value;
  try {
    const answer = await fetch(
      isInvitation ? "/api/v1/invitations/accept" : "/api/v1/session",
      {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(isInvitation ? { code, name } : { code }),
      },
    );
    const told = await answer.json();
    if (answer.ok) {
      form.hidden = true;
      state.textContent = told.member.name + ", you are signed in to " +
        told.tenant.name + " (" + told.member.role + ").";
      // To the page that was asked for, if there was one.
      location.replace("/console");
    } else {
      const { pointer, detail } = (told.errors ?? [])[0] ?? {};
      state.textContent = told.title +
        (detail === undefined ? "." : ": " + pointer.slice(1) + " " + detail + ".");
    }
  } catch {
    state.textContent = "The service does not answer. Try again.";
  }
  form.elements.go.disabled = false;
});
`;
