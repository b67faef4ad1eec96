// The controls of an explorer: its state key <-> native inputs.

function controls(spec, box, onKey) {
  const rows = spec.controls.map((control) => makeRow(control, () => onKey(key())));
  rows.forEach((row, place) => row.set(spec.controls[place].default));
  box.append(...rows.map((row) => row.node));
  // Enough room for the state with the most controls: the picture below must not jump when one goes.
  box.style.setProperty("--mlp-rows", spec.controls.filter((control) => !control.when).length + (spec.controls.some((c) => c.when) ? 1 : 0));

  function key() {
    const positions = [];
    spec.controls.forEach((control, place) => {
      const { when } = control;
      const matters = !when || when.options.includes(positions[when.control]);
      positions.push(matters ? rows[place].get() : control.default);
    });
    return positions.join("-");
  }

  function set(wanted) {
    const positions = wanted.split("-").map(Number);
    spec.controls.forEach((control, place) => {
      const { when } = control;
      const matters = !when || when.options.includes(positions[when.control]);
      rows[place].node.hidden = !matters;
      if (matters) rows[place].set(positions[place]);
    });
  }

  function neighbours(wanted) {
    const positions = wanted.split("-").map(Number);
    return positions.flatMap((position, place) =>
      [1, -1].map((step) => positions.with(place, position + step).join("-")),
    );
  }
  return { set, neighbours };
}

function makeRow(control, onInput) {
  const make = { slider: sliderRow, switch: switchRow, range: rangeRow }[control.kind] ?? choiceRow;
  return make(control, onInput);
}

function sliderInput(label, last, onInput) {
  return element("input", { type: "range", min: 0, max: last, step: 1, "aria-label": label, oninput: onInput });
}

function sliderRow(control, onInput) {
  const input = sliderInput(control.label, control.texts.length - 1, () => {
    reflect();
    onInput();
  });
  const output = element("output", { "aria-hidden": "true" });
  const reflect = () => {
    output.textContent = control.texts[input.value];
    input.setAttribute("aria-valuetext", control.texts[input.value]);
  };
  const node = element(
    "label",
    { className: "mlp-row mlp-slider" },
    element("span", { text: control.label }),
    input,
    output,
  );
  return { node, get: () => Number(input.value), set: (p) => ((input.value = p), reflect()) };
}

function rangeRow(control, onInput) {
  const last = Math.max(...control.ends.flat());
  const find = (low, high) => control.ends.findIndex(([a, b]) => a === low && b === high);
  const move = (moved, other, keep) => () => {
    if (keep(Number(moved.value), Number(other.value))) other.value = moved.value;
    reflect();
    onInput();
  };
  const low = sliderInput(`${control.label}, lower end`, last);
  const high = sliderInput(`${control.label}, upper end`, last);
  low.addEventListener("input", move(low, high, (a, b) => a > b));
  high.addEventListener("input", move(high, low, (a, b) => a < b));
  const output = element("output", { "aria-hidden": "true" });
  const get = () => find(Number(low.value), Number(high.value));
  const reflect = () => {
    output.textContent = control.texts[get()];
    for (const input of [low, high]) input.setAttribute("aria-valuetext", control.texts[get()]);
  };
  const node = element(
    "div",
    { className: "mlp-row mlp-slider mlp-range", role: "group", "aria-label": control.label },
    element("span", { text: control.label }),
    element("span", { className: "mlp-ends" }, low, high),
    output,
  );
  const set = (position) => {
    [low.value, high.value] = control.ends[position];
    reflect();
  };
  return { node, get, set };
}

function switchRow(control, onInput) {
  const input = element("input", { type: "checkbox", role: "switch", oninput: onInput });
  const node = element("label", { className: "mlp-row mlp-switch" }, input, element("span", { text: control.label }));
  return { node, get: () => Number(input.checked), set: (position) => (input.checked = position === 1) };
}

function choiceRow(control, onInput) {
  return control.texts.length > 5 ? selectRow(control, onInput) : radioRow(control, onInput);
}

function selectRow(control, onInput) {
  const options = control.texts.map((text, place) => element("option", { value: place, text }));
  const select = element("select", { oninput: onInput }, ...options);
  const node = element("label", { className: "mlp-row" }, element("span", { text: control.label }), select);
  return { node, get: () => Number(select.value), set: (position) => (select.value = position) };
}

function radioRow(control, onInput) {
  const name = uniqueId("choice");
  const inputs = control.texts.map((_, place) => element("input", { type: "radio", name, value: place, oninput: onInput }));
  const labels = control.texts.map((text, place) => element("label", {}, inputs[place], element("span", { text })));
  const node = element(
    "fieldset",
    { className: "mlp-row mlp-choice" },
    element("legend", { text: control.label }),
    element("div", { className: "mlp-options" }, ...labels),
  );
  return {
    node,
    get: () => inputs.findIndex((input) => input.checked),
    set: (position) => (inputs[position].checked = true),
  };
}
