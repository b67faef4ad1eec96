// Finds the notebook that is to be presented, begins, and runs it. Its slides and their style are in its metadata,
// where `course present` put them.

const KEY = "presentation";

function dress() {
  const href = new URL("present.css", import.meta.url).href;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}

async function begin(app, panel) {
  await panel.context.ready;
  await panel.revealed;
  const told = panel.content.model.getMetadata(KEY);
  if (!told) return;
  dress();
  const { Presentation } = await import("./presentation.js"); // nothing else in JupyterLab needs it
  const presentation = new Presentation(app, panel, told);
  presentation.start();
  await panel.sessionContext.ready;
  await presentation.runAll();
}

export const plugin = {
  id: "mlprojects-lab:present",
  autoStart: true,
  activate(app) {
    const look = () => {
      const panel = app.shell.currentWidget;
      if (!panel?.content?.widgets || !panel.sessionContext) return; // the launcher, or a file of another kind
      app.shell.currentChanged.disconnect(look);
      begin(app, panel);
    };
    app.shell.currentChanged.connect(look);
    app.restored.then(look);
  },
};
