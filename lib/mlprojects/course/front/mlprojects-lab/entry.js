// What JupyterLab's loader asks of a prebuilt extension: a container that hands out its plugins. Bundlers write such a
// file; this one is short because the plugins need nothing of JupyterLab's but what they are given.
{
  const here = document.currentScript.src;
  const container = {
    init() {},
    async get() {
      const files = ["present/plugin.js", "widgets.js"].map((name) => import(new URL(name, here)));
      const plugins = (await Promise.all(files)).map((file) => file.plugin);
      return () => ({ __esModule: true, default: plugins });
    },
  };
  (window._JUPYTERLAB ??= {})["mlprojects-lab"] = container;
}
