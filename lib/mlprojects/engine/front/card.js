// A card asks one thing: a question, a prediction, a task or a form. What is asked (spec) and what was done so far (state)
// come from the kernel; the page sends what the learner does and shows the state that comes back.

const RESULT = { right: "Right.", wrong: "Not yet." };

function render({ model, el }) {
  const spec = model.get("spec");
  const labelId = uniqueId("prompt");
  const prompt = element("div", { className: "mlp-prompt", id: labelId });
  prompt.innerHTML = spec.prompt; // written by the course and rendered with raw HTML switched off
  const body = (spec.kind === "form" ? formBody : spec.kind === "task" ? taskBody : answerBody)(spec, labelId, send);
  const feedback = element("div", { className: "mlp-feedback", role: "status", tabindex: -1 });
  const hints = element("div", { className: "mlp-hints", "aria-live": "polite", tabindex: -1 });
  const hintButton = element("button", { type: "button", className: "mlp-hint", onclick: () => send({ type: hintButton.dataset.asks }) });
  const said = element("p", { className: "mlp-said", role: "status" });
  const note = element("p", {
    className: "mlp-link-note",
    role: "status",
    text: "Run this cell to make it live.",
    hidden: true,
  });
  const buttons = element("div", { className: "mlp-buttons" }, ...body.buttons, hintButton);
  const tag = element("p", { className: "mlp-tag", text: NAMES[spec.kind] });
  const root = element(
    "section",
    {
      className: `mlp mlp-card mlp-${spec.kind}`,
      "aria-labelledby": labelId,
      "data-lm-suppress-shortcuts": "true",
      "data-item": spec.item,
    },
    tag, prompt, body.node, buttons, said, feedback, hints, note,
  );
  root.addEventListener("keydown", (event) => /^Page|^Escape$/.test(event.key) || event.stopPropagation());
  el.append(root);

  let sent = false;
  function send(message) {
    sent = message.type !== "hint" && message.type !== "solution";
    said.textContent = "";
    link.send(message);
  }

  function show() {
    const state = model.get("state");
    const before = document.activeElement;
    body.set(state);
    showFeedback(feedback, spec, state);
    showHints(hints, hintButton, spec, state);
    said.textContent = state.note ?? "";
    root.dataset.outcome = state.outcome || (state.locked ? "locked" : "");
    // What had the focus may be locked or gone now: whoever works by keyboard goes on at what came instead.
    if (root.contains(before) && (before.disabled || before.hidden)) (before === hintButton ? hints : feedback).focus();
  }

  function onStatus(live) {
    note.hidden = live;
    note.textContent = sent && !live ? "Not recorded: run this cell, then answer again." : "Run this cell to make it live.";
    root.dataset.live = live;
    sent = false;
  }

  const link = connect(model, { onMessage: (message) => message.type === "ack" && (sent = false), onStatus });
  show();
  model.on("change:state", show);
  return () => {
    link.close();
    model.off("change:state", show);
  };
}

const NAMES = { question: "Question", prediction: "Prediction", task: "Task", form: "Your project" };

function showFeedback(box, spec, state) {
  box.hidden = !state.feedback;
  box.dataset.outcome = state.outcome || "";
  if (!state.feedback) return box.replaceChildren();
  const text = element("div");
  text.innerHTML = state.feedback; // reasons are the course's own words, rendered like the prompt
  const word = spec.kind === "prediction" ? "Locked in." : (RESULT[state.outcome] ?? "");
  box.replaceChildren(element("strong", { text: word }), text);
}

function showHints(box, button, spec, state) {
  const shown = state.hints ?? [];
  const items = shown.map((hint, place) => withHtml("li", hint, `Hint ${place + 1}. `));
  const list = element("ul", {}, ...items, ...(state.solution ? [withHtml("li", state.solution, "Solution. ")] : []));
  box.replaceChildren(...(shown.length ? [list] : []));
  button.hidden = !spec.hints || Boolean(state.solution);
  const more = shown.length < spec.hints && state.outcome !== "right";
  button.dataset.asks = more ? "hint" : "solution";
  button.textContent = more ? `Hint ${shown.length + 1} of ${spec.hints}` : "Show the solution";
}

function withHtml(tag, html, before) {
  const node = element(tag);
  node.innerHTML = html;
  (node.querySelector("p") ?? node).prepend(element("strong", { text: before }));
  return node;
}

// Questions and predictions: options, or a number -------------------------------------------------------------------

function answerBody(spec, labelId, send) {
  const input = spec.options.length ? optionInputs(spec, labelId) : numberInput(spec, labelId);
  const label = spec.kind === "prediction" ? "Lock it in" : "Check";
  const submit = () => button.disabled || send({ type: "answer", value: input.get() });
  const button = element("button", { type: "button", className: "mlp-primary", text: label, onclick: submit });
  input.node.addEventListener("keydown", (event) => event.key === "Enter" && submit());
  let before = null;
  const set = (state) => {
    // A new state may be about a hint: what the learner has chosen since must stay.
    const now = JSON.stringify(state.value ?? null);
    if (now !== before && state.value != null) input.set(state.value);
    before = now;
    if (spec.kind !== "prediction") return;
    input.disable(state.locked);
    button.disabled = Boolean(state.locked);
    button.textContent = state.locked ? "Locked" : label;
  };
  return { node: input.node, buttons: [button], set };
}

function optionInputs(spec, labelId) {
  const type = spec.answer === "several" ? "checkbox" : "radio";
  const name = uniqueId("option");
  const inputs = spec.options.map((_, value) => element("input", { type, name, value }));
  const labels = spec.options.map((html, place) => {
    const text = element("span");
    text.innerHTML = html;
    return element("label", { className: "mlp-option" }, inputs[place], text);
  });
  const node = element("div", { role: type === "radio" ? "radiogroup" : "group", "aria-labelledby": labelId }, ...labels);
  return {
    node,
    get: () => inputs.flatMap((input, place) => (input.checked ? [place] : [])),
    set: (value) => inputs.forEach((input, place) => (input.checked = value.includes(place))),
    disable: (yes) => inputs.forEach((input) => (input.disabled = yes)),
  };
}

function numberInput(spec, labelId) {
  const input = element("input", { type: "text", inputmode: "decimal", size: 12, "aria-labelledby": labelId, autocomplete: "off" });
  const node = element("p", { className: "mlp-number-field" }, input, element("span", { text: ` ${spec.unit}` }));
  return {
    node,
    get: () => input.value,
    set: (value) => (input.value = value),
    disable: (yes) => (input.disabled = yes),
  };
}

// Tasks: the work is done in the cell below; the card tells how it went ---------------------------------------------

function taskBody() {
  return { node: element("div"), buttons: [], set: () => {} };
}

// Forms: fields of the learner's own project ------------------------------------------------------------------------

function formBody(spec, _labelId, send) {
  const rows = spec.fields.map(fieldRow);
  const save = () => send({ type: "save", values: Object.fromEntries(rows.map((row) => [row.name, row.input.value])) });
  const button = element("button", { type: "button", className: "mlp-primary", text: "Save", onclick: save });
  const saved = element("span", { className: "mlp-saved", role: "status" });
  const node = element("div", { className: "mlp-fields" }, ...rows.map((row) => row.node));
  node.addEventListener("keydown", (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && save());
  let first = true;
  const set = (state) => {
    for (const row of rows) {
      const fault = state.faults?.[row.name] ?? "";
      row.fault.textContent = fault;
      row.input.setAttribute("aria-invalid", Boolean(fault));
      if (first && state.values?.[row.name] !== undefined) row.input.value = state.values[row.name];
    }
    first = false;
    saved.textContent = state.saved ? "Saved in your ledger." : "";
  };
  return { node, buttons: [button, saved], set };
}

function fieldRow(field) {
  const id = uniqueId("field");
  const shared = { id, "aria-describedby": `${id}-help ${id}-fault` };
  const input =
    field.kind === "one"
      ? element("select", shared, element("option", { value: "", text: "Choose …" }), ...field.options.map((text) => element("option", { value: text, text })))
      : field.kind === "long"
        ? element("textarea", { ...shared, rows: 3 })
        : element("input", { ...shared, type: "text", inputmode: field.kind === "number" ? "decimal" : null, autocomplete: "off" });
  const fault = element("span", { className: "mlp-fault", id: `${id}-fault`, role: "status" });
  const node = element(
    "div",
    { className: "mlp-field" },
    element("label", { for: id, text: field.label }),
    element("div", {}, input, element("span", { className: "mlp-help", id: `${id}-help`, text: field.help }), fault),
  );
  return { name: field.name, node, input, fault };
}

export default { render };
