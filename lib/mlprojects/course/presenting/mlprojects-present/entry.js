// What JupyterLab's loader asks of a prebuilt extension: a container that hands out its plugin. Bundlers write such a
// file; this one is short because the plugin needs nothing of JupyterLab's but the application that it is given.
{
  const here = document.currentScript.src;
  const container = {
    init() {},
    async get() {
      const { plugin } = await import(new URL("plugin.js", here));
      return () => ({ __esModule: true, default: plugin });
    },
  };
  (window._JUPYTERLAB ??= {})["mlprojects-present"] = container;
}
