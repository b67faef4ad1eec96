// Two things that JupyterLab's widget manager leaves undone with stored widgets. Left alone, a learner would read
// "Error displaying widget: model not found".

const VIEW = "application/vnd.jupyter.widget-view+json";
const STATE = "application/vnd.jupyter.widget-state+json";
const FAILED = ".jp-OutputArea-output.jupyter-widgets"; // how the manager marks an output whose widget is not there
const MISSING = "Run this cell to see what it shows.";

/** What shows the output in this node, and the output. */
function shownIn(node, notebook) {
  for (const { outputArea } of notebook.widgets) {
    const place = outputArea?.widgets.findIndex((item) => item.node.contains(node)) ?? -1;
    if (place < 0) continue;
    const renderer = [...outputArea.widgets[place].children()].find((part) => part.node === node);
    return { renderer, output: outputArea.model.get(place) };
  }
}

/**
 * Ask once more for a widget that was not there, and then say what helps.
 *
 * The manager waits two seconds for it. On a slow machine, or beside a kernel that is only just starting, the widget
 * may come at that very moment, and would stay an error although it is there.
 */
function askAgain(notebook) {
  const asked = new WeakSet();
  const look = (node) => {
    if (!node.matches(FAILED) || node.textContent === MISSING) return;
    const { renderer, output } = shownIn(node, notebook) ?? {};
    if (!renderer) return;
    if (asked.has(node)) {
      node.textContent = MISSING;
    } else {
      asked.add(node);
      renderer.removeClass("jupyter-widgets");
      renderer.renderModel(output);
    }
  };
  // The manager first writes what is wrong and then marks the node: when this is called, both are done.
  const watch = new MutationObserver((changes) => new Set(changes.map(({ target }) => target)).forEach(look));
  watch.observe(notebook.node, { childList: true, subtree: true });
  notebook.disposed.connect(() => watch.disconnect());
}

/** The ids of all widgets that the notebook's outputs show. */
function shown(model) {
  const ids = [];
  for (const { type, outputs } of model.cells) {
    if (type !== "code") continue;
    for (let place = 0; place < outputs.length; place += 1) ids.push(outputs.get(place).data?.[VIEW]?.model_id);
  }
  return ids.filter(Boolean);
}

/** The states of these widgets and of all that they consist of: those of now, or else the last ones known. */
function withParts(ids, now, last) {
  const found = {};
  for (const queue = [...ids]; queue.length; ) {
    const id = queue.pop();
    const state = now[id] ?? last[id];
    if (!state || found[id]) continue;
    found[id] = state;
    for (const [, part] of JSON.stringify(state.state ?? {}).matchAll(/"IPY_MODEL_([^"]+)"/g)) queue.push(part);
  }
  return found;
}

/**
 * Keep what was stored of a widget until its cell is run again.
 *
 * On each save the manager stores the widgets that a kernel holds, and only those: a notebook that was opened, not run
 * and saved would lose all.
 */
function keepStored({ model, saveState }) {
  const stored = () => model.getMetadata("widgets")?.[STATE];
  let last = stored()?.state ?? {};
  saveState.connect((_, stage) => {
    const now = stage === "started" && stored();
    if (!now) return;
    const state = { ...now.state, ...withParts(shown(model), now.state, last) };
    if (Object.keys(state).length > Object.keys(now.state).length)
      model.setMetadata("widgets", { [STATE]: { ...now, state } });
    last = state;
  });
}

export const plugin = {
  id: "mlprojects-lab:widgets",
  autoStart: true,
  activate(app) {
    const begun = new WeakSet();
    const begin = async (panel) => {
      if (!panel.context?.model?.cells || begun.has(panel)) return; // no notebook, or known
      begun.add(panel);
      askAgain(panel.content);
      await panel.sessionContext.ready;
      // After the manager, which begins at the same moment and stores first.
      setTimeout(() => panel.isDisposed || keepStored(panel.context));
    };
    const look = () => [...app.shell.widgets("main")].forEach(begin);
    app.shell.layoutModified?.connect(look);
    app.shell.currentChanged.connect(look);
    app.restored.then(look);
  },
};
