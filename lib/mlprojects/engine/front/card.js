// A card asks: one question, prediction, task or form, or a series of questions. What is asked (spec) and what was done so
// far (state) come from the kernel; the page sends what the learner does and shows the state that comes back.

const NAMES = { question: "Question", prediction: "Prediction", task: "Task", form: "Your project" };

function render({ model, el }) {
  const spec = model.get("spec");
  const view = spec.kind === "series" ? seriesView(spec, send) : loneView(spec, send);
  const note = element("p", {
    className: "mlp-link-note",
    role: "status",
    text: "Run this cell to make it live.",
    hidden: true,
  });
  view.root.classList.add("mlp", "mlp-card");
  view.root.dataset.lmSuppressShortcuts = "true";
  view.root.addEventListener("keydown", (event) => /^Page|^Escape$/.test(event.key) || event.stopPropagation());
  view.root.append(note);
  el.append(view.root);

  let sent = false;
  function send(message) {
    sent = message.type !== "hint" && message.type !== "solution";
    link.send(message);
  }

  const show = () => view.show(model.get("state"));

  function onMessage(message) {
    if (message.type !== "ack") return;
    sent = false;
    show(); // an answer that changes nothing fires no change, and what was said to it stands there again all the same
  }

  function onStatus(live) {
    if (!live) view.idle();
    note.hidden = live;
    note.textContent = sent && !live ? "Not recorded: run this cell, then answer again." : "Run this cell to make it live.";
    view.root.dataset.live = live;
    sent = false;
  }

  const link = connect(model, { onMessage, onStatus });
  show();
  model.on("change:state", show);
  // A truth that takes seconds is calculated while its prediction is being read.
  const watcher = new IntersectionObserver((entries) => {
    if (entries.at(-1).isIntersecting) link.tell({ item: spec.item, type: "seen" });
  });
  if (spec.kind === "prediction") watcher.observe(view.root);
  return () => {
    watcher.disconnect();
    link.close();
    model.off("change:state", show);
  };
}

function loneView(spec, send) {
  const view = itemView(spec, send);
  view.root.prepend(element("p", { className: "mlp-tag", text: NAMES[spec.kind] }));
  return view;
}

export default { render };
