// Where an item is answered: options, a number, a task's empty place, a form's fields. Each body has its node, its
// buttons, and `set`, which shows what the kernel says is recorded without undoing what the learner does just now.

// Questions and predictions: options, or a number -------------------------------------------------------------------

function answerBody(spec, labelId, send) {
  const input = spec.options.length ? optionInputs(spec, labelId) : numberInput(spec, labelId);
  const label = spec.kind === "prediction" ? "Lock it in" : "Check";
  let waits = false;
  const submit = () => waits || button.disabled || send({ type: "answer", value: input.get() });
  const button = element("button", { type: "button", className: "mlp-primary", text: label, onclick: submit });
  input.node.addEventListener("keydown", (event) => event.key === "Enter" && submit());
  const chosen = () => JSON.stringify(input.get());
  let before = null;
  let judged = null; // the choice that the feedback is about
  const set = (state) => {
    // A new state may be about a hint: what the learner has chosen since must stay.
    const now = JSON.stringify(state.value ?? null);
    if (now !== before && state.value != null) {
      input.set(state.value);
      judged = chosen();
    }
    before = now;
    if (spec.kind !== "prediction") return;
    input.disable(state.locked);
    button.disabled = Boolean(state.locked);
    button.textContent = state.locked ? "Locked" : label;
  };
  // A disabled button would lose the focus, so the one that waits only says that it is.
  const wait = (yes) => {
    waits = yes;
    yes ? button.setAttribute("aria-disabled", "true") : button.removeAttribute("aria-disabled");
  };
  return { node: input.node, buttons: [button], set, wait, moved: () => judged !== null && chosen() !== judged };
}

const SHORT = 56; // characters of an option that fit half of a wide card

function optionInputs(spec, labelId) {
  const type = spec.answer === "several" ? "checkbox" : "radio";
  const name = uniqueId("option");
  const inputs = spec.options.map((_, value) => element("input", { type, name, value }));
  const labels = spec.options.map((html, place) => {
    const text = element("span");
    text.innerHTML = html;
    return element("label", { className: "mlp-option" }, inputs[place], text);
  });
  // Many short options stand in two columns where there is room (card.css), so that question and answer fit one window.
  const many = labels.length > 4 && labels.every((label) => label.textContent.length <= SHORT);
  const node = element(
    "div",
    {
      className: many ? "mlp-choices mlp-many" : "mlp-choices",
      role: type === "radio" ? "radiogroup" : "group",
      "aria-labelledby": labelId,
    },
    ...labels,
  );
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
  const save = () => {
    for (const row of rows) row.sent = row.input.value;
    send({ type: "save", values: Object.fromEntries(rows.map((row) => [row.name, row.sent])) });
  };
  const button = element("button", { type: "button", className: "mlp-primary", text: "Save", onclick: save });
  const saved = element("span", { className: "mlp-saved", role: "status" });
  const node = element("div", { className: "mlp-fields" }, ...rows.map((row) => row.node));
  node.addEventListener("keydown", (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && save());
  const set = (state) => {
    for (const row of rows) {
      const fault = state.faults?.[row.name] ?? "";
      row.fault.textContent = fault;
      row.input.setAttribute("aria-invalid", Boolean(fault));
      follow(row, String(state.values?.[row.name] ?? ""), !fault);
    }
    const refused = rows.filter((row) => row.fault.textContent).map((row) => `“${row.label}”`);
    saved.textContent = savedText(state, refused);
    saved.toggleAttribute("data-except", refused.length > 0);
  };
  return { node, buttons: [button, saved], set };
}

// A learner who looks at the button alone must not believe that all is kept when a field above was refused.
function savedText({ saved, note }, refused) {
  if (note) return ""; // it says why nothing could be written
  if (!refused.length) return saved ? "Saved in your ledger." : "";
  const which = refused.length === 1 ? "one field that has" : `${refused.length} fields that have`;
  return `${saved ? "Saved, except" : "Not saved:"} ${which} to be put right: ${refused.join(", ")}.`;
}

// What was saved, here or in another display of the form, is shown; what is being typed here and was not sent, stays.
function follow(row, saved, taken) {
  const sent = row.input.value === row.sent;
  // "0,1 %" was saved as 0.1, though that may be no news; what was refused stays as it was typed.
  const news = saved !== row.saved || (sent && taken);
  if (news && (sent || row.input.value === row.saved) && document.activeElement !== row.input) {
    if (row.input.options && ![...row.input.options].some((option) => option.value === saved))
      row.input.append(element("option", { value: saved, text: `${saved} (no longer offered)` }));
    row.input.value = saved;
  }
  row.saved = saved;
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
  return { name: field.name, label: field.label, node, input, fault, saved: "", sent: null };
}
