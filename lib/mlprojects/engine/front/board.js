// A board: points that a learner puts where they belong. The page moves them at once and alone, in the plot and in the
// list; the kernel is told of a change once it has settled, and says what is recorded.

const QUIET = 700; // milliseconds without another key after which a change has settled

function render({ model, el }) {
  const spec = model.get("spec");
  const here = new Map(); // as shown
  const kept = new Map(); // as the kernel last said
  const timers = new Map();
  const dirty = new Set(); // moved here, and the kernel not told yet
  let waiting = 0; // changes sent and not answered
  let sent = false;

  const starts = new Map(spec.points.map(({ name, x, y, range }) => [name, { x, y, range }]));
  const moves = { move, settle, back, activate, reset, moved, at: (name) => here.get(name) };
  const view = boardSkeleton(spec, boardPlot(spec, moves), boardList(spec, moves));

  function move(name, change) {
    here.set(name, { ...here.get(name), ...change });
    dirty.add(name);
    view.saved.textContent = "";
    view.show(name, here.get(name));
  }

  function settle(name, { soon = false } = {}) {
    clearTimeout(timers.get(name));
    if (!dirty.has(name)) return;
    if (soon) return void timers.set(name, setTimeout(settle, QUIET, name));
    dirty.delete(name);
    if (same(here.get(name), kept.get(name))) return showSaved();
    waiting += 1;
    sent = true;
    link.send({ type: "place", name, ...here.get(name) });
  }

  function moved(name) {
    return Object.entries(starts.get(name)).some(([key, value]) => here.get(name)?.[key] !== value);
  }

  // To where the course put it; the name that a learner gave stays.
  function reset(names) {
    for (const name of names.filter(moved)) {
      move(name, starts.get(name));
      settle(name);
    }
  }

  // What a drag did is undone, as if it had not begun.
  function back(name, before) {
    here.set(name, before);
    view.show(name, before);
    if (same(before, kept.get(name))) dirty.delete(name);
    showSaved();
  }

  function activate(name) {
    view.activate(name, here.get(name));
  }

  // Shows what the kernel says, but for what the learner moves just now, or has moved since the kernel was told.
  function adopt() {
    const state = model.get("state");
    if (view.said.textContent !== state.note) view.said.textContent = state.note ?? "";
    if (waiting) return;
    for (const [name, point] of Object.entries(state.points)) {
      kept.set(name, point);
      if (dirty.has(name)) continue;
      here.set(name, { ...point });
      view.show(name, point);
    }
    showSaved();
  }

  function showSaved() {
    const state = model.get("state");
    const whole = state.saved && !state.note && !waiting && !dirty.size && view.root.dataset.live !== "false";
    const text = whole ? "Saved in your ledger." : "";
    if (view.saved.textContent !== text) view.saved.textContent = text;
  }

  function onMessage(message) {
    if (message.type !== "ack") return;
    waiting = Math.max(0, waiting - 1);
    sent = waiting > 0;
    adopt();
  }

  function onStatus(live) {
    view.note.hidden = live;
    view.note.textContent = sent && !live ? "Not recorded: run this cell, then move it again." : "Run this cell to make it live.";
    view.root.dataset.live = live;
    if (!live) waiting = 0;
    sent = false;
    showSaved();
  }

  const link = connect(model, { onMessage, onStatus });
  el.append(view.root);
  adopt();
  view.activate("", null);
  model.on("change:state", adopt);
  return () => {
    for (const name of [...dirty]) settle(name);
    link.close();
    view.close();
    model.off("change:state", adopt);
  };
}

const same = (one, other) => ["x", "y", "range", "label"].every((key) => one[key] === other[key]);

function boardSkeleton(spec, plot, list) {
  const labelId = uniqueId("prompt");
  const prompt = element("div", { className: "mlp-prompt", id: labelId });
  prompt.innerHTML = spec.prompt; // written by the course and rendered with raw HTML switched off
  const about = element("p", { className: "mlp-about" });
  const note = element("p", { className: "mlp-link-note", role: "status", text: "Run this cell to make it live.", hidden: true });
  const said = element("p", { className: "mlp-said", role: "status" });
  const saved = element("span", { className: "mlp-saved", role: "status" });
  const root = element(
    "section",
    { className: "mlp mlp-card mlp-board", "aria-labelledby": labelId, "data-item": spec.item, "data-lm-suppress-shortcuts": "true" },
    element("p", { className: "mlp-tag", text: "Board" }),
    prompt,
    element("div", { className: "mlp-both" }, element("div", { className: "mlp-left" }, plot.node, about), list.node),
    said, saved, note,
  );
  root.addEventListener("keydown", (event) => /^Page|^Escape$/.test(event.key) || event.stopPropagation());
  let active = "";

  function tell(name, point) {
    const known = spec.points.find((each) => each.name === name);
    const text = known
      ? [element("strong", { text: `${place(known) + 1}. ${point.label}` }), `: ${words(spec, point)}. ${helpFor(known, point)}`]
      : ["Drag a point, or choose it by Tab and press the arrow keys (with Shift ten steps at once); + and − change its range. The list holds the same as numbers."];
    about.replaceChildren(...text);
  }

  const place = (point) => spec.points.indexOf(point);

  return {
    root, note, said, saved,
    show(name, point) {
      plot.show(name, point);
      list.show(name, point);
      if (name === active) tell(name, point);
    },
    activate(name, point) {
      active = name;
      plot.activate(name);
      list.activate(name);
      tell(name, point);
    },
    close: plot.close,
  };
}

// Whoever has named their own point needs no word on how to.
const helpFor = (known, { label }) => (known.own && label !== known.label ? "" : known.help);

// A point's numbers, the same wherever they are told.
function words(spec, { x, y, range }) {
  return `${spec.y.label.toLowerCase()} ${y}, ${spec.x.label.toLowerCase()} ${x}, give or take ${range}`;
}

export default { render };
