// The explorer in a page: native controls, one canvas, the sentence, the table. The kernel (or a baked page) delivers
// frames by state key; once a frame is here, moving a control swaps it without asking anybody.

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
    if (!frames.has(key)) frames.set(key, { blob: new Blob([png], { type: spec.pictures ?? "image/png" }), says, table });
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
    // Its room stays: what comes below often holds the answer, and nothing jumps when it opens.
    view.root.toggleAttribute("data-closed", closed);
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
  const room = new ResizeObserver(() => reachable(view));
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

// In a narrow place the picture keeps a size at which it can be read, and its box scrolls. That is said, for many systems
// show no scroll bar; and only then the Tab key stops there, so that the arrow keys can move the picture.
function reachable({ pan, wider }) {
  const scrolls = pan.scrollWidth > pan.clientWidth;
  const says = { tabindex: "0", role: "region", "aria-label": "Picture; scroll sideways to see all of it" };
  for (const [name, value] of Object.entries(says)) scrolls ? pan.setAttribute(name, value) : pan.removeAttribute(name);
  wider.hidden = !scrolls;
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
  const wider = element("p", { className: "mlp-wider", text: "There is more of this picture: scroll it sideways.", hidden: true });
  const status = element("p", { className: "mlp-status", role: "status" });
  const sentence = element("p", { className: "mlp-says", "aria-live": "polite" });
  const table = element("table");
  const summary = element("summary");
  const details = element(
    "details",
    { className: "mlp-table" },
    summary,
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
  const body = element("div", { className: "mlp-body" }, controlBox, picture, wider, sentence, details);
  const root = element(
    "div", // to reveal.js, every section in a deck is a slide
    {
      className: `mlp mlp-stage${spec.natural ? " mlp-natural" : ""}`,
      role: "region",
      "aria-labelledby": titleId,
      // JupyterLab's one-key shortcuts must not take the arrow keys away from a slider.
      "data-lm-suppress-shortcuts": "true",
      "data-explorer": spec.name,
    },
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
  return { root, controls: controlBox, pan, wider, canvas, status, sentence, table, summary, note, curtain, openButton, body, busy, count };
}

const bytes = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

export default { render };
