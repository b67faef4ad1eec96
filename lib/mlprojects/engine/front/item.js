// One item, alone in a card or one of several in a series: its prompt, where to answer, what was said to the answer,
// hints and buttons. `send` takes what the learner does; `show` puts the state that comes back into the page;
// `idle` says that none will come.

const WAITING = { question: "Checking …", prediction: "Locked in, computing …" };
const RESULT = { right: "Right.", wrong: "Not yet.", unclear: "Please check." };

function itemView(spec, send) {
  const labelId = uniqueId("prompt");
  const prompt = element("div", { className: "mlp-prompt", id: labelId });
  prompt.innerHTML = spec.prompt; // written by the course and rendered with raw HTML switched off
  const body = (spec.kind === "form" ? formBody : spec.kind === "task" ? taskBody : answerBody)(spec, labelId, tell);
  const feedback = element("div", { className: "mlp-feedback", role: "status", tabindex: -1 });
  const hints = element("div", { className: "mlp-hints", "aria-live": "polite", tabindex: -1 });
  const hintButton = element("button", { type: "button", className: "mlp-hint", onclick: () => tell({ type: hintButton.dataset.asks }) });
  const said = element("p", { className: "mlp-said", role: "status" });
  const buttons = element("div", { className: "mlp-buttons" }, ...body.buttons, hintButton);
  const root = element(
    "section",
    { className: `mlp-item mlp-${spec.kind}`, "aria-labelledby": labelId, "data-item": spec.item },
    prompt, body.node, buttons, said, feedback, hints,
  );

  // What was said to the last answer stays readable below another choice, and no longer seems to be about that.
  const age = () => feedback.toggleAttribute("data-aged", Boolean(body.moved?.()));
  body.node.addEventListener("input", age);

  function tell(message) {
    const waits = message.type === "answer";
    said.textContent = waits ? WAITING[spec.kind] : "";
    if (waits) body.wait(true);
    send({ item: spec.item, ...message });
  }

  function show(state) {
    const before = document.activeElement;
    body.wait?.(false);
    body.set(state);
    showFeedback(feedback, spec, state);
    age();
    showHints(hints, hintButton, spec, state);
    if (said.textContent !== (state.note ?? "")) said.textContent = state.note ?? "";
    root.dataset.outcome = state.outcome || (state.locked ? "locked" : "");
    // What had the focus may be locked or gone now: whoever works by keyboard goes on at what came instead.
    if (root.contains(before) && (before.disabled || before.hidden)) (before === hintButton ? hints : feedback).focus();
  }

  function idle() {
    body.wait?.(false);
    if (said.textContent === WAITING[spec.kind]) said.textContent = "";
  }

  return { root, show, idle };
}

// What is read aloud is set anew only when it is news: in a series every answer brings the state of all cards.
const spoken = new WeakMap();

function isNews(box, what) {
  const now = JSON.stringify(what);
  const news = spoken.get(box) !== now;
  spoken.set(box, now);
  return news;
}

function showFeedback(box, spec, state) {
  box.hidden = !state.feedback;
  box.dataset.outcome = state.outcome || "";
  if (!isNews(box, [state.feedback, state.outcome, state.tries])) return;
  if (!state.feedback) return box.replaceChildren();
  const text = element("div");
  text.innerHTML = state.feedback; // reasons are the course's own words, rendered like the prompt
  const word = spec.kind === "prediction" ? "Locked in." : (RESULT[state.outcome] ?? "");
  box.replaceChildren(element("strong", { text: word }), text);
}

function showHints(box, button, spec, state) {
  const shown = state.hints ?? [];
  button.hidden = !spec.hints || Boolean(state.solution);
  const more = shown.length < spec.hints && state.outcome !== "right";
  button.dataset.asks = more ? "hint" : "solution";
  button.textContent = more ? `Hint ${shown.length + 1} of ${spec.hints}` : "Show the solution";
  if (!isNews(box, [shown.length, Boolean(state.solution)])) return;
  const items = shown.map((hint, place) => withHtml("li", hint, `Hint ${place + 1}. `));
  const list = element("ul", {}, ...items, ...(state.solution ? [withHtml("li", state.solution, "Solution. ")] : []));
  box.replaceChildren(...(list.childElementCount ? [list] : []));
}

function withHtml(tag, html, before) {
  const node = element(tag);
  node.innerHTML = html;
  // In front of all, even where the text begins with code or a list.
  const first = node.firstElementChild;
  (first?.matches("p") ? first : node).prepend(element("strong", { text: before }));
  return node;
}
