// A page without a kernel: every element with data-mlp-stage gets the explorer baked into the script of that id.
for (const place of document.querySelectorAll("[data-mlp-stage]")) {
  const { spec, frames } = JSON.parse(document.getElementById(place.dataset.mlpStage).textContent);
  const traits = { spec, baked: frames, state: spec.start, opened: !spec.curtain };
  const heard = {};
  const model = {
    get: (name) => traits[name],
    set: (name, value) => void (traits[name] = value),
    on: (name, callback) => void (heard[name] = callback),
    off: (name) => void delete heard[name],
    save_changes() {},
    send() {},
  };
  render({ model, el: place });
}
