// The explorer in a page: native controls, one canvas, the sentence, the table. The kernel (or a baked page) delivers
// frames by state key; once a frame is here, moving a control swaps it without asking anybody.

const KEEP_DECODED = 8; // a decoded frame is 3 MB; its neighbours are decoded ahead
const QUIET = 150; // milliseconds after the last move before the kernel is told where the learner is

function render({ model, el }) {
  const spec = model.get("spec");
  const baked = model.get("baked"); // a page without a kernel brings all frames with it
  const frames = new Map();
  const view = skeleton(spec, el);
  const panel = controls(spec, view.controls, (key) => show(key));
  const screen = canvasScreen(view, frames);
  let current = model.get("state") || spec.start;
  let wish = null;
  let quiet = null;
  let link = null;

  function store(key, png, says, table) {
    if (!frames.has(key)) frames.set(key, { blob: new Blob([png], { type: "image/png" }), says, table });
  }

  function show(key, told = false) {
    current = key;
    panel.set(key);
    if (frames.has(key)) {
      screen.show(key, panel.neighbours(key));
    } else {
      view.busy(view.note.hidden);
      want();
    }
    if (link && !told) {
      clearTimeout(quiet);
      quiet = setTimeout(report, QUIET);
    }
  }

  function report() {
    if (link.live) {
      model.set("state", current);
      model.save_changes();
    }
    link.send({ type: "at", key: current });
  }

  // One wish at a time: under a flood of events the kernel draws the state where the learner stops.
  function want() {
    if (!link || wish !== null || frames.has(current)) return;
    wish = current;
    link.send({ type: "want", key: current });
  }

  function hear(message, buffers) {
    if (message.type === "hello" || message.type === "ack") return;
    if (message.type === "failed") {
      if (message.key === current) view.busy(false), (view.status.textContent = message.says);
    } else if (message.type === "frame") {
      store(message.key, buffers[0], message.says, message.table);
      link.tell({ type: "have", key: message.key, at: current });
      if (message.key === current) show(current, true);
    }
    if (message.key === wish) {
      wish = null;
      want();
    }
    view.count(frames.size, spec.states);
  }

  function onStatus(live) {
    view.note.hidden = live;
    view.root.dataset.live = live;
    wish = null;
    view.busy(live && !frames.has(current));
    if (live) want();
  }

  const curtain = () => {
    const closed = spec.curtain && !model.get("opened");
    view.curtain.hidden = !closed;
    view.body.hidden = closed;
  };
  view.openButton.addEventListener("click", () => {
    if (link?.live) link.send({ type: "open" });
    else {
      model.set("opened", true); // without a kernel the curtain still opens; nothing is recorded
      curtain();
    }
  });

  if (baked) {
    for (const [key, frame] of Object.entries(baked)) store(key, bytes(frame.png), frame.says, frame.table);
  } else {
    const first = model.get("first");
    store(first.key, model.get("picture"), first.says, first.table);
  }
  curtain();
  if (!frames.has(current)) current = spec.start;
  if (!baked) link = connect(model, { onMessage: hear, onStatus });
  show(current, true);

  const follow = () => model.get("state") !== current && clearTimeout(quiet) === undefined && show(model.get("state"), true);
  model.on("change:opened", curtain);
  model.on("change:state", follow);
  const watcher = new IntersectionObserver((entries) => {
    link?.tell({ type: "seen", visible: entries.at(-1).isIntersecting }); // what is in the window is drawn first
  });
  watcher.observe(view.root);
  const room = new ResizeObserver(() => reachable(view.pan));
  room.observe(view.pan);

  return () => {
    clearTimeout(quiet);
    watcher.disconnect();
    room.disconnect();
    link?.close();
    screen.close();
    model.off("change:opened", curtain);
    model.off("change:state", follow);
  };
}

// In a narrow place the picture keeps a size at which it can be read, and its box scrolls: then, and only then, the Tab
// key stops there, so that the arrow keys can move it.
function reachable(pan) {
  const scrolls = pan.scrollWidth > pan.clientWidth;
  const says = { tabindex: "0", role: "region", "aria-label": "Picture; scroll sideways to see all of it" };
  for (const [name, value] of Object.entries(says)) scrolls ? pan.setAttribute(name, value) : pan.removeAttribute(name);
}

// What a page holds before the first frame --------------------------------------------------------------------------

function skeleton(spec, el) {
  const titleId = uniqueId("title");
  const title = element("h3", { id: titleId, text: spec.title });
  const openButton = element("button", { type: "button", text: "Open without predicting" });
  const curtain = element(
    "div",
    { className: "mlp-curtain" },
    element("p", { text: "Lock in your prediction above: this opens then, and you can compare." }),
    openButton,
  );
  const controlBox = element("div", { className: "mlp-controls" });
  const canvas = element("canvas", { className: "mlp-frame", role: "img" });
  const pan = element("div", { className: "mlp-pan" }, canvas);
  const status = element("p", { className: "mlp-status", role: "status" });
  const sentence = element("p", { className: "mlp-says", "aria-live": "polite" });
  const table = element("table");
  const details = element(
    "details",
    { className: "mlp-table" },
    element("summary", { text: "The numbers as a table" }),
    element("div", { className: "mlp-scroll", tabindex: "0", role: "region", "aria-label": "Table" }, table),
  );
  const note = element("p", {
    className: "mlp-link-note",
    role: "status",
    text: "Run this cell to make it live.",
    hidden: true,
  });
  const progress = element("progress", { max: spec.states, value: 1, "aria-label": "States ready to show" });
  const picture = element("div", { className: "mlp-picture" }, pan, progress, status);
  const body = element("div", {}, controlBox, picture, sentence, details);
  const root = element(
    "section",
    // JupyterLab's one-key shortcuts must not take the arrow keys away from a slider.
    { className: `mlp mlp-stage${spec.natural ? " mlp-natural" : ""}`, "aria-labelledby": titleId, "data-lm-suppress-shortcuts": "true", "data-explorer": spec.name },
    title,
    curtain,
    body,
    note,
  );
  // A deck turns the page on the same keys; a presenter's remote sends PageUp and PageDown, which pass.
  root.addEventListener("keydown", (event) => /^Page|^Escape$/.test(event.key) || event.stopPropagation());
  el.append(root);
  const busy = (waiting) => {
    root.setAttribute("aria-busy", waiting);
    status.textContent = waiting ? "Drawing this state …" : "";
  };
  const count = (have, all) => {
    progress.value = have;
    progress.hidden = have >= all;
  };
  progress.hidden = true; // until frames begin to arrive
  return { root, controls: controlBox, pan, canvas, status, sentence, table, details, note, curtain, openButton, body, busy, count };
}

// The controls: state key <-> native inputs -------------------------------------------------------------------------

function controls(spec, box, onKey) {
  const rows = spec.controls.map((control) => makeRow(control, () => onKey(key())));
  rows.forEach((row, place) => row.set(spec.controls[place].default));
  box.append(...rows.map((row) => row.node));
  // Enough room for the state with the most controls: the picture below must not jump when one goes.
  box.style.setProperty("--mlp-rows", spec.controls.filter((control) => !control.when).length + (spec.controls.some((c) => c.when) ? 1 : 0));

  function key() {
    const positions = [];
    spec.controls.forEach((control, place) => {
      const { when } = control;
      const matters = !when || when.options.includes(positions[when.control]);
      positions.push(matters ? rows[place].get() : control.default);
    });
    return positions.join("-");
  }

  function set(wanted) {
    const positions = wanted.split("-").map(Number);
    spec.controls.forEach((control, place) => {
      const { when } = control;
      const matters = !when || when.options.includes(positions[when.control]);
      rows[place].node.hidden = !matters;
      if (matters) rows[place].set(positions[place]);
    });
  }

  function neighbours(wanted) {
    const positions = wanted.split("-").map(Number);
    return positions.flatMap((position, place) =>
      [1, -1].map((step) => positions.with(place, position + step).join("-")),
    );
  }
  return { set, neighbours };
}

function makeRow(control, onInput) {
  const make = { slider: sliderRow, switch: switchRow, range: rangeRow }[control.kind] ?? choiceRow;
  return make(control, onInput);
}

function sliderInput(label, last, onInput) {
  return element("input", { type: "range", min: 0, max: last, step: 1, "aria-label": label, oninput: onInput });
}

function sliderRow(control, onInput) {
  const input = sliderInput(control.label, control.texts.length - 1, () => {
    reflect();
    onInput();
  });
  const output = element("output", { "aria-hidden": "true" });
  const reflect = () => {
    output.textContent = control.texts[input.value];
    input.setAttribute("aria-valuetext", control.texts[input.value]);
  };
  const node = element(
    "label",
    { className: "mlp-row mlp-slider" },
    element("span", { text: control.label }),
    input,
    output,
  );
  return { node, get: () => Number(input.value), set: (p) => ((input.value = p), reflect()) };
}

function rangeRow(control, onInput) {
  const last = Math.max(...control.ends.flat());
  const find = (low, high) => control.ends.findIndex(([a, b]) => a === low && b === high);
  const move = (moved, other, keep) => () => {
    if (keep(Number(moved.value), Number(other.value))) other.value = moved.value;
    reflect();
    onInput();
  };
  const low = sliderInput(`${control.label}, lower end`, last);
  const high = sliderInput(`${control.label}, upper end`, last);
  low.addEventListener("input", move(low, high, (a, b) => a > b));
  high.addEventListener("input", move(high, low, (a, b) => a < b));
  const output = element("output", { "aria-hidden": "true" });
  const get = () => find(Number(low.value), Number(high.value));
  const reflect = () => {
    output.textContent = control.texts[get()];
    for (const input of [low, high]) input.setAttribute("aria-valuetext", control.texts[get()]);
  };
  const node = element(
    "div",
    { className: "mlp-row mlp-slider mlp-range", role: "group", "aria-label": control.label },
    element("span", { text: control.label }),
    element("span", { className: "mlp-ends" }, low, high),
    output,
  );
  const set = (position) => {
    [low.value, high.value] = control.ends[position];
    reflect();
  };
  return { node, get, set };
}

function switchRow(control, onInput) {
  const input = element("input", { type: "checkbox", role: "switch", oninput: onInput });
  const node = element("label", { className: "mlp-row mlp-switch" }, input, element("span", { text: control.label }));
  return { node, get: () => Number(input.checked), set: (position) => (input.checked = position === 1) };
}

function choiceRow(control, onInput) {
  return control.texts.length > 5 ? selectRow(control, onInput) : radioRow(control, onInput);
}

function selectRow(control, onInput) {
  const options = control.texts.map((text, place) => element("option", { value: place, text }));
  const select = element("select", { oninput: onInput }, ...options);
  const node = element("label", { className: "mlp-row" }, element("span", { text: control.label }), select);
  return { node, get: () => Number(select.value), set: (position) => (select.value = position) };
}

function radioRow(control, onInput) {
  const name = uniqueId("choice");
  const inputs = control.texts.map((_, place) => element("input", { type: "radio", name, value: place, oninput: onInput }));
  const labels = control.texts.map((text, place) => element("label", {}, inputs[place], element("span", { text })));
  const node = element(
    "fieldset",
    { className: "mlp-row mlp-choice" },
    element("legend", { text: control.label }),
    element("div", { className: "mlp-options" }, ...labels),
  );
  return {
    node,
    get: () => inputs.findIndex((input) => input.checked),
    set: (position) => (inputs[position].checked = true),
  };
}

// The picture, the sentence and the table of one state --------------------------------------------------------------

function canvasScreen(view, frames) {
  const decoded = new Map(); // insertion order is the order of use
  const context = view.canvas.getContext("2d", { alpha: false });
  let asked = 0;
  let drawn = 0;

  function bitmap(key) {
    const known = decoded.get(key) ?? createImageBitmap(frames.get(key).blob);
    decoded.delete(key);
    decoded.set(key, known);
    while (decoded.size > KEEP_DECODED) {
      const [oldest] = decoded.keys();
      decoded.get(oldest).then((image) => image.close());
      decoded.delete(oldest);
    }
    return known;
  }

  async function show(key, neighbours) {
    const turn = ++asked;
    const image = await bitmap(key);
    if (turn < drawn) return; // a later state is already on the screen
    drawn = turn;
    if (view.canvas.width !== image.width) [view.canvas.width, view.canvas.height] = [image.width, image.height];
    context.drawImage(image, 0, 0);
    const { says, table } = frames.get(key);
    view.canvas.dataset.key = key;
    view.canvas.setAttribute("aria-label", says);
    view.sentence.textContent = says;
    view.busy(false);
    fill(view.table, table, says);
    if (turn === asked) for (const near of neighbours) if (frames.has(near)) bitmap(near);
  }

  return { show, close: () => decoded.forEach((known) => known.then((image) => image.close())) };
}

function fill(table, { columns, rows, numeric }, caption) {
  const cell = (tag, text, place, more = {}) =>
    element(tag, { text, className: numeric[place] ? "mlp-number" : "", ...more });
  const head = element("tr", {}, ...columns.map((name, place) => cell("th", name, place, { scope: "col" })));
  const body = rows.map((row) =>
    element("tr", {}, ...row.map((text, place) => cell(place ? "td" : "th", text, place, place ? {} : { scope: "row" }))),
  );
  table.replaceChildren(
    element("caption", { className: "mlp-unseen", text: caption }),
    element("thead", {}, head),
    element("tbody", {}, ...body),
  );
}

const bytes = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

export default { render };
