// A long list to choose from becomes a field to type in (the combobox pattern of WAI-ARIA 1.2); the list itself stays
// in the form and is what is sent.
globalThis.balance.enhancers.push((root) => {
  for (const select of root.querySelectorAll("select[data-search]")) {
    const options = [...select.options].filter(({ value }) => value !== "")
      .map(({ value, text }) => ({ value, text, folded: fold(text) }));
    const input = document.createElement("input");
    const list = document.createElement("ul");
    list.id = `${select.id}-list`;
    list.className = "choices";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    const label = root.querySelector(`label[for="${select.id}"]`);
    label.id = `${select.id}-label`;
    list.setAttribute("aria-labelledby", label.id);
    for (const { name, value } of select.attributes) {
      if (name !== "name" && name !== "data-search") {
        input.setAttribute(name, value);
      }
    }
    input.type = "text";
    input.autocomplete = "off";
    input.placeholder = select.options[0]?.value === ""
      ? select.options[0].text
      : "";
    for (
      const [name, value] of [
        ["role", "combobox"],
        ["aria-autocomplete", "list"],
        ["aria-expanded", "false"],
        ["aria-controls", list.id],
      ]
    ) input.setAttribute(name, value);
    input.value = select.value === ""
      ? ""
      : select.selectedOptions[0]?.text ?? "";
    const name = document.createElement("input");
    name.type = "hidden";
    name.name = select.name;
    name.value = select.value;
    const box = document.createElement("div");
    box.className = "search";
    select.replaceWith(box);
    box.append(input, list, name);

    let shown = [];
    let at = -1;
    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
      at = -1;
    };
    const point = (index) => {
      list.children[at]?.removeAttribute("aria-selected");
      at = index;
      const item = list.children[at];
      if (!item) return input.removeAttribute("aria-activedescendant");
      item.setAttribute("aria-selected", "true");
      item.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", item.id);
    };
    const choose = ({ value, text }) => {
      input.value = text;
      name.value = value;
      close();
    };
    const open = () => {
      const words = fold(input.value).split(" ");
      shown = options.filter(({ folded }) =>
        words.every((word) => folded.includes(word))
      ).toSorted((a, b) => isBegun(b, words) - isBegun(a, words))
        .slice(0, 50);
      list.replaceChildren(...shown.map((option, i) => {
        const item = document.createElement("li");
        item.id = `${list.id}-${i}`;
        item.setAttribute("role", "option");
        item.textContent = option.text;
        // Before the field loses its focus.
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          choose(option);
        });
        return item;
      }));
      list.hidden = shown.length === 0;
      input.setAttribute("aria-expanded", String(shown.length > 0));
      point(input.value === "" ? -1 : 0);
      if (shown.length === 0) globalThis.balance.announce("Nothing matches.");
    };
    input.addEventListener("input", () => {
      name.value = "";
      open();
    });
    input.addEventListener("click", open);
    input.addEventListener("blur", () => {
      const typed = fold(input.value);
      const exact = options.find(({ folded }) => folded === typed);
      if (exact) choose(exact);
      else if (name.value === "") input.value = "";
      close();
    });
    input.addEventListener("keydown", (event) => {
      const last = shown.length - 1;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) open();
        const down = event.key === "ArrowDown";
        point(
          down
            ? (at >= last ? 0 : at + 1)
            : (at <= 0 ? shown.length - 1 : at - 1),
        );
      } else if (event.key === "Enter" && !list.hidden && shown[at]) {
        event.preventDefault();
        choose(shown[at]);
      } else if (event.key === "Enter" && name.value === "") {
        // Nothing was chosen, so nothing is sent.
        event.preventDefault();
        open();
      } else if (event.key === "Escape") {
        if (!list.hidden) event.preventDefault();
        close();
        input.blur();
      }
    });
  }
  // What begins with what was typed comes before what only holds it.
  function isBegun({ folded }, [first]) {
    return Number(` ${folded}`.includes(` ${first}`));
  }
  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
  }
});
