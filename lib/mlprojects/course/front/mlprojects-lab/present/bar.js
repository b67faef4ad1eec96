// The sign in the corner: which slide of how many, its buttons, and the list of keys.

const KEYS = [
  ["→, Space, PageDown", "go on; a remote works"],
  ["←, PageUp", "go back"],
  ["Home, End", "first slide, last slide"],
  ["Tab, then arrow keys", "use an explorer; Esc leaves it"],
  ["C", "show or hide the code behind a slide"],
  ["Enter", "write in the slide's code; Shift + Enter runs it, Esc leaves it"],
  ["T", "dark or light"],
  ["F, F11", "full screen"],
  ["B", "black screen"],
  ["Q", "end: the notebook as it is"],
];

function element(tag, { text, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

function button(text, label, onclick) {
  const made = element("button", { type: "button", text, title: label, onclick });
  made.setAttribute("aria-label", label);
  return made;
}

export function createBar(presentation) {
  const sign = element("span", { className: "mlp-sign" });
  sign.setAttribute("role", "status");
  const row = ([key, does]) => element("div", {}, element("dt", { text: key }), element("dd", { text: does }));
  const heading = element("h2", { id: "mlp-keys", text: "Keys" });
  const close = element("button", { type: "button", text: "Close", onclick: () => dialog.close() });
  const dialog = element("dialog", {}, heading, element("dl", {}, ...KEYS.map(row)), close);
  dialog.setAttribute("aria-labelledby", "mlp-keys");
  const code = button("{ }", "Code behind this slide", () => presentation.toggleCode());
  const tools = element(
    "span",
    {},
    button("‹", "Back", () => presentation.turn(-1)),
    sign,
    button("›", "On", () => presentation.turn(1)),
    code,
    button("?", "Keys", () => dialog.showModal()),
    button("×", "End the presentation", () => presentation.end()),
  );
  const again = button("Present", "Present", () => presentation.start());
  again.className = "mlp-again";
  const root = element("nav", { className: "mlp-present-bar" }, tools, again, dialog);
  root.setAttribute("aria-label", "Presentation");

  function update() {
    tools.hidden = !presentation.active;
    again.hidden = presentation.active;
    code.hidden = !presentation.slide.worked.length;
    code.setAttribute("aria-pressed", presentation.coded);
    const running = presentation.running ? " · running" : "";
    sign.textContent = `${presentation.place + 1} / ${presentation.slides.length}${running}`;
  }

  return { root, update, help: () => dialog.showModal() };
}
