// A labelling: one image after the other. The page goes on at once and alone, for whoever labels types faster than a
// kernel answers; the kernel keeps each label, and says what is right only when a round is over.

const TWICE = 500; // milliseconds within which nobody has seen a new image

function render({ model, el }) {
  const spec = model.get("spec");
  const cases = spec.cases.map((each) => each.case);
  const clock = stopwatch();
  let here = []; // case and value, in the order in which they were given, as shown
  let waiting = 0; // messages sent and not answered
  let sent = false;
  let open = false; // the image is uncovered, and the clock runs
  let asked = null; // the case shown
  let before = -Infinity; // when the last label was given

  const view = labellingSkeleton(spec, { give, undo, again, start });
  const current = () => cases.find((name) => !here.some(([given]) => given === name)) ?? null;

  function tell(message) {
    waiting += 1;
    sent = true;
    view.said.textContent = "";
    link.send({ round: model.get("state").round, ...message });
  }

  function give(value, event) {
    const name = current();
    const again = event?.detail > 1 && performance.now() - before < TWICE;
    if (!open || name === null || again) return; // the second half of a double click is no label of the next image
    before = performance.now();
    here.push([name, value]);
    tell({ type: "label", case: name, value, seconds: clock.take() });
    paint();
    if (current() !== null && view.answer.first) view.focus(); // sliders are set anew, from the first on
    view.tell(current() === null ? "" : `${view.answer.say(value)} given. ${here.length} of ${cases.length} labelled.`);
  }

  function undo() {
    if (!here.length || here.length === cases.length) return;
    const [name] = here.pop();
    tell({ type: "undo", case: name });
    paint();
    view.tell(`Taken back. ${here.length} of ${cases.length} labelled.`);
  }

  function again() {
    open = false;
    view.tell("");
    tell({ type: "again" });
  }

  // The image is covered until somebody is ready, and whenever they look elsewhere: the clock measures nothing else.
  function start() {
    open = true;
    paint();
    view.focus();
    clock.run(true);
  }

  function rest() {
    const away = document.hidden || !document.hasFocus() || !view.root.contains(document.activeElement);
    if (!open || !away) return;
    const looks = view.root.contains(document.activeElement);
    open = false;
    clock.run(false);
    paint();
    if (looks) view.wait(); // the window was left, not the card: on coming back Enter goes on
  }

  // The focus is nowhere for a moment while it moves from one place to another.
  const settle = () => setTimeout(rest);

  function paint() {
    const name = current();
    if (name !== asked) {
      clock.take();
      view.answer.next();
    }
    asked = name;
    const { round, result } = model.get("state");
    view.show({ round, count: here.length, source: spec.cases[cases.indexOf(name)]?.src, open, started: here.length > 0, over: name === null, result: name === null ? result : null });
    if (name === null) {
      open = false;
      clock.run(false);
    }
  }

  function adopt() {
    const state = model.get("state");
    if (view.said.textContent !== (state.note ?? "")) view.said.textContent = state.note ?? "";
    if (waiting) return;
    here = state.labels.map((each) => [...each]);
    paint();
    showSaved();
  }

  function showSaved() {
    const state = model.get("state");
    const whole = state.saved && !state.note && !waiting && view.root.dataset.live !== "false";
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
    view.note.textContent = sent && !live ? "Not recorded: run this cell, then label it again." : "Run this cell to make it live.";
    view.root.dataset.live = live;
    const lost = !live && waiting;
    if (!live) waiting = 0;
    sent = false;
    if (lost) adopt(); // what was not recorded is not shown as if it were
    showSaved();
  }

  const link = connect(model, { onMessage, onStatus });
  el.append(view.root);
  adopt();
  model.on("change:state", adopt);
  view.root.addEventListener("focusout", settle);
  window.addEventListener("blur", settle);
  document.addEventListener("visibilitychange", settle);
  return () => {
    link.close();
    model.off("change:state", adopt);
    window.removeEventListener("blur", settle);
    document.removeEventListener("visibilitychange", settle);
  };
}

// Seconds since the last `take`, without those in which it stood.
function stopwatch() {
  let since = null;
  let before = 0;
  const now = () => before + (since === null ? 0 : performance.now() - since);
  return {
    run(yes) {
      before = now();
      since = yes ? performance.now() : null;
    },
    take() {
      const seconds = now() / 1000;
      before = 0;
      if (since !== null) since = performance.now();
      return Math.round(seconds * 100) / 100;
    },
  };
}

function labellingSkeleton(spec, { give, undo, again, start }) {
  const labelId = uniqueId("prompt");
  const prompt = element("div", { className: "mlp-prompt", id: labelId });
  prompt.innerHTML = spec.prompt; // written by the course and rendered with raw HTML switched off
  const total = spec.cases.length;
  const answer = (spec.answer.kind === "key" ? keyPad : poseSliders)(spec.answer, give);
  const bar = element("progress", { max: total, value: 0, "aria-label": "Images labelled" });
  const count = element("span", { className: "mlp-done" });
  const image = element("img", { className: "mlp-image", alt: "" });
  const go = element("button", { type: "button", className: "mlp-primary", onclick: start });
  const cover = element("div", { className: "mlp-cover" }, element("p", { text: "The clock runs only while the image is shown." }), go);
  const sheet = element("div", { className: "mlp-sheet" }, image, ...(answer.over ? [answer.over] : []), cover);
  const back = element("button", { type: "button", text: "Take the last one back", onclick: undo });
  const typing = spec.answer.kind === "key" ? "Press a button or type the key; Backspace takes the last one back." : "Drag from the middle along the direction, or use the sliders; Enter goes on.";
  const ends = "The label of the last image ends the round.";
  const pad = element("div", { className: "mlp-pad", role: "group", tabindex: -1, "aria-label": "Label this image" }, answer.node, element("p", { className: "mlp-help", text: `${typing} ${ends}` }));
  const desk = element("div", { className: "mlp-desk" }, sheet, pad);
  const told = element("p", { className: "mlp-told", role: "status" });
  const result = element("div", { className: "mlp-feedback", tabindex: -1, role: "status", hidden: true });
  const more = element("button", { type: "button", text: "Label them again", onclick: again, hidden: true });
  const said = element("p", { className: "mlp-said", role: "status" });
  const saved = element("span", { className: "mlp-saved", role: "status" });
  const note = element("p", { className: "mlp-link-note", role: "status", text: "Run this cell to make it live.", hidden: true });
  const root = element(
    "section",
    { className: "mlp mlp-card mlp-labelling", "aria-labelledby": labelId, tabindex: -1, "data-item": spec.item, "data-kind": spec.answer.kind, "data-lm-suppress-shortcuts": "true" },
    element("p", { className: "mlp-tag", text: "Labelling" }),
    prompt,
    element("div", { className: "mlp-progress" }, bar, count),
    desk, result,
    element("div", { className: "mlp-buttons" }, back, more, saved),
    told, said, note,
  );
  let shown = null; // the result, as text: a status is set anew only when it is news

  root.addEventListener("keydown", (event) => {
    if (/^Page|^Escape$/.test(event.key)) return;
    event.stopPropagation(); // a digit is a shortcut of the notebook
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.matches("input")) return;
    if (event.key === "Backspace") undo();
    else if (!answer.typed(event)) return;
    event.preventDefault();
  });

  function show({ round, count: done, source, open, started, over, result: now }) {
    const focused = root.contains(document.activeElement) ? document.activeElement : null;
    bar.value = done;
    count.textContent = `${round > 1 ? `Round ${round}: ` : ""}${done} of ${total} labelled`;
    desk.hidden = over;
    if (source && image.src !== source) image.src = source;
    image.alt = `Image ${done + 1} of ${total}, to be labelled`;
    image.hidden = !open;
    answer.over?.classList.toggle("mlp-covered", !open);
    cover.hidden = open;
    go.textContent = started ? "Go on" : "Start";
    pad.inert = !open;
    back.disabled = !done || over;
    back.hidden = over;
    more.hidden = !over || !now;
    showResult(over, now);
    // What had the focus may be gone now: whoever works by keyboard goes on at what came instead.
    if (focused?.disabled || focused?.closest("[hidden], [inert]")) (over ? result : open ? pad : go).focus({ preventScroll: true });
  }

  function showResult(over, now) {
    result.hidden = !over;
    const text = JSON.stringify([over, now]);
    if (text === shown) return;
    shown = text;
    if (!over) return result.replaceChildren();
    if (!now) return result.replaceChildren(element("p", { text: "That was the last one. Computing …" }));
    const says = element("div");
    says.innerHTML = now.says; // the course's own words, rendered like the prompt
    result.replaceChildren(says, resultTable(now.table), ...review(spec, now.review));
  }

  return {
    root, note, said, saved, answer, show,
    tell: (text) => (told.textContent = text),
    wait: () => go.focus({ preventScroll: true }),
    focus: () => (answer.first ?? pad).focus({ preventScroll: true }),
  };
}

// What was missed, or of poses all, with the image: what was given and the key.
function review(spec, rows) {
  if (!rows.length) return [];
  const keys = spec.answer.kind === "key";
  const legend = keys ? "What you missed: yours → the key" : "Solid and blue: yours. Dashed and orange: the key.";
  const thumbs = rows.map(({ place, case: name, given, key }) => {
    const src = spec.cases.find((each) => each.case === name)?.src;
    const told = keys ? `${given}, key ${key}` : `${pose(given)}; key ${pose(key)}`;
    const image = element("img", { src, alt: `Image ${place}: yours ${told}` });
    const drawn = keys ? [] : [[key, "mlp-truth"], [given, "mlp-own"]].map(([value, look]) => {
      const sketch = poseSketch(spec.answer, look);
      sketch.show(value);
      return sketch.node;
    });
    const caption = keys ? `${place}: ${given} → ${key}` : `Image ${place}`;
    return element("figure", {}, element("div", { className: "mlp-thumb" }, image, ...drawn), element("figcaption", { text: caption }));
  });
  return [element("p", { className: "mlp-legend", text: legend }), element("div", { className: "mlp-review" }, ...thumbs)];
}

const pose = ({ x, y, angle }) => `x ${x.toFixed(1)}, y ${y.toFixed(1)}, angle ${angle.toFixed(0)}`;

function resultTable({ columns, rows, numeric }) {
  const cell = (tag, text, place, more = {}) => element(tag, { text, className: numeric[place] ? "mlp-number" : "", ...more });
  const head = element("tr", {}, ...columns.map((text, place) => cell("th", text, place, { scope: "col" })));
  const body = rows.map((row) => element("tr", {}, ...row.map((text, place) => (place ? cell("td", text, place) : cell("th", text, place, { scope: "row" })))));
  const table = element("table", {}, element("thead", {}, head), element("tbody", {}, ...body));
  return element("div", { className: "mlp-scroll", tabindex: 0, role: "group", "aria-label": "Result" }, table);
}

export default { render };
