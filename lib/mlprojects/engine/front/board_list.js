// The list of a board: the same points as numbers, and the learner's own with its name.

function boardList(spec, moves) {
  const rows = new Map(spec.points.map((point, place) => [point.name, listRow(spec, point, place, moves)]));
  const heads = ["No.", "Project", spec.y.label, spec.x.label, "± Range"].map((text) => element("th", { scope: "col", text }));
  const last = element("th", { scope: "col" }, element("span", { className: "mlp-unseen", text: "Back to the start" }));
  const fault = element("p", { className: "mlp-fault", role: "status" });
  const table = element(
    "table",
    { "aria-label": "The same as a list" },
    element("thead", {}, element("tr", {}, ...heads, last)),
    element("tbody", {}, ...[...rows.values()].map(({ node }) => node)),
  );
  const all = allBack(spec.points.map(({ name }) => name), moves);
  const node = element("div", { className: "mlp-list" }, table, fault, all.node);
  const shown = new Map();
  node.addEventListener("mlp-fault", (event) => (fault.textContent = event.detail));
  return {
    node,
    show(name, point) {
      const now = JSON.stringify(point);
      if (shown.has(name) && shown.get(name) !== now) fault.textContent = ""; // it is about a move before this one
      shown.set(name, now);
      rows.get(name).show(point);
      all.show();
    },
    activate(name) {
      for (const [each, row] of rows) row.node.toggleAttribute("data-active", each === name);
    },
  };
}

const ALL = "All points back to the start";

// Much work may be in a board: it is asked whether all of it shall go.
function allBack(names, moves) {
  const ask = (yes) => (node.textContent = yes ? "Really all? Press again" : ALL);
  const press = () => {
    if (node.getAttribute("aria-disabled") === "true") return;
    if (node.textContent === ALL) return ask(true);
    ask(false);
    moves.reset(names);
  };
  const node = element("button", { type: "button", text: ALL, onclick: press, onblur: () => ask(false) });
  return { node, show: () => node.setAttribute("aria-disabled", !names.some(moves.moved)) };
}

function listRow(spec, point, place, moves) {
  const fields = ["y", "x", "range"].map((key) => numberField(spec, point.name, key, moves));
  const title = element("span", { className: "mlp-title" });
  const own = point.own ? labelField(spec, point.name, moves) : null;
  const cells = fields.map((field) => element("td", {}, field.node));
  // The button goes once it has done its work; the focus stays in the row.
  const reset = () => {
    moves.reset([point.name]);
    fields[0].node.focus();
  };
  const back = element("button", { type: "button", className: "mlp-back", title: "Back to the start", text: "↺", onclick: reset });
  const node = element(
    "tr",
    { "data-point": point.name, onfocusin: () => moves.activate(point.name) },
    element("td", { className: "mlp-count", text: place + 1 }),
    element("th", { scope: "row" }, own ? own.node : title),
    ...cells,
    element("td", {}, back),
  );
  node.addEventListener("focusout", () => moves.settle(point.name));
  return {
    node,
    show(now) {
      title.textContent = now.label;
      back.setAttribute("aria-label", `${now.label}: back to the start`);
      back.hidden = !moves.moved(point.name);
      for (const field of own ? [own, ...fields] : fields) field.show(now);
    },
  };
}

function numberField(spec, name, key, moves) {
  const high = spec.limits[key];
  const what = spec[key]?.label.toLowerCase() ?? "range";
  const node = element("input", { type: "number", min: 0, max: high, step: 1, required: true });
  let before = null; // what held before the learner typed: on the way to 400 stands 40
  let refused = false; // a word about this field stands below the list
  const mark = (wrong) => node.setAttribute("aria-invalid", wrong);
  const tell = (text) => node.dispatchEvent(new CustomEvent("mlp-fault", { detail: text, bubbles: true }));
  const refuse = () => {
    const { label } = moves.at(name);
    moves.move(name, { [key]: before });
    node.value = before;
    mark(false); // what stands there now is right again
    refused = true;
    tell(`“${label}”, ${what}: give a whole number from 0 to ${high}; it stays at ${before}.`);
  };
  node.addEventListener("focus", () => {
    before = moves.at(name)[key];
    if (refused) tell("");
    refused = false;
  });
  node.addEventListener("input", () => {
    mark(node.value !== "" && !node.validity.valid); // an empty field is no mistake yet
    if (!node.validity.valid) return;
    tell("");
    refused = false;
    moves.move(name, { [key]: node.valueAsNumber });
  });
  node.addEventListener("change", () => {
    if (!node.validity.valid) return refuse();
    before = moves.at(name)[key];
    moves.settle(name, { soon: true }); // an arrow pressed in the field is a change too, and soon followed by the next
  });
  node.addEventListener("blur", () => (node.value = moves.at(name)[key]));
  node.addEventListener("keydown", (event) => event.key === "Enter" && node.validity.valid && moves.settle(name));
  return {
    node,
    show(now) {
      node.setAttribute("aria-label", `${now.label}: ${what}`);
      follow(node, String(now[key]));
    },
  };
}

function labelField(spec, name, moves) {
  const node = element("input", { type: "text", maxlength: spec.longest, "aria-label": "Name of your own project", autocomplete: "off" });
  const start = spec.points.find((point) => point.name === name).label;
  node.addEventListener("input", () => moves.move(name, { label: node.value.trim() || start }));
  node.addEventListener("blur", () => (node.value = moves.at(name).label));
  node.addEventListener("keydown", (event) => event.key === "Enter" && moves.settle(name));
  return { node, show: (now) => follow(node, now.label) };
}

// What is being typed here stays; leaving the field shows what holds.
function follow(node, value) {
  if (document.activeElement !== node && node.value !== value) node.value = value;
}
