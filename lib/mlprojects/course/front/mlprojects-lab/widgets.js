// Mends what JupyterLab's widget manager does with stored widgets. Left alone, a learner would read "Error displaying
// widget: model not found", and the file would grow with every run.

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

/** The ids of the widgets that a state names: as its parts, or in what an output widget shows. */
function* named(state) {
  const names = JSON.stringify(state.state ?? {}).matchAll(/"IPY_MODEL_([^"]+)"|"model_id":"([^"]+)"/g);
  for (const [, part, output] of names) yield part ?? output;
}

/** Of all states those of these widgets, of what they consist of, and of the links between them. */
function needed(ids, all) {
  const found = {};
  for (const queue = [...ids]; queue.length; ) {
    const id = queue.pop();
    if (!all[id] || found[id]) continue;
    found[id] = all[id];
    queue.push(...named(all[id]));
  }
  for (const [id, state] of Object.entries(all))
    if (state.model_name?.endsWith("LinkModel") && [...named(state)].some((end) => found[end])) found[id] = state;
  return found;
}

/**
 * Store the widgets that are shown, those and no others.
 *
 * On each save the manager stores all that the kernel holds, and only that: a notebook that was opened, not run and
 * saved would lose its widgets, and one that was run ten times would store each of them ten times.
 */
function keepStored({ model, saveState }) {
  const stored = () => model.getMetadata("widgets")?.[STATE];
  let last = stored()?.state ?? {};
  saveState.connect((_, stage) => {
    const now = stage === "started" && stored();
    if (!now) return;
    last = needed(shown(model), { ...last, ...now.state });
    model.setMetadata("widgets", { [STATE]: { ...now, state: last } });
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
