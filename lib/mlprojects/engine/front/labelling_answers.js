// How a case is labelled: a pad of keys, or a place and a direction over the photograph. Each has its node, what it
// draws over the picture (or nothing), and `next`, which makes it ready for another case.

// Keys: pressed, or typed as they are written ----------------------------------------------------------------------

function keyPad({ keys }, give) {
  const buttons = keys.map((key) => element("button", { type: "button", text: String(key), onclick: (event) => give(key, event) }));
  const node = element("div", { className: "mlp-keys", role: "group", "aria-label": "Labels" }, ...buttons);
  const typed = (event) => {
    const place = keys.findIndex((key) => String(key) === event.key);
    if (place < 0) return false;
    give(keys[place]);
    return true;
  };
  return { node, over: null, typed, say: (value) => `${value}`, next() {}, first: null };
}

// A pose: three numbers, each a slider and a field, drawn over the photograph ----------------------------------------

const SVG = "http://www.w3.org/2000/svg";

function poseSliders({ numbers, half, outline, reach }, give) {
  const at = {};
  const sketch = poseSketch({ half, outline, reach });
  const complaint = element("p", { className: "mlp-help", role: "status" });
  const complain = (text) => (complaint.textContent = text);
  const rows = numbers.map((each) => numberRow(each, (value) => set(each.name, value), complain));
  const done = element("button", { type: "button", className: "mlp-primary", text: "Next", onclick: (event) => give({ ...at }, event) });
  const node = element("div", { className: "mlp-pose" }, ...rows.map((row) => row.node), complaint, element("div", { className: "mlp-buttons" }, done));
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.repeat || !event.target.matches("input")) return;
    event.preventDefault();
    if (!done.disabled && event.target.checkValidity()) give({ ...at }, event);
  });

  // Where everything starts is no label: something has to be set first.
  function set(name, value) {
    done.disabled = false;
    place(name, value);
  }

  function place(name, value) {
    at[name] = value;
    rows.find((row) => row.name === name).show(value);
    sketch.show(at);
  }

  // Where the pointer goes down is the middle; where it is drawn to, the direction. The sliders do the same by key.
  sketch.node.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    sketch.node.setPointerCapture(event.pointerId);
    const from = sketch.place(event);
    set("x", snapped(numbers[0], from.x));
    set("y", snapped(numbers[1], from.y));
    const turn = (moved) => {
      const [right, up] = [sketch.place(moved).x - at.x, sketch.place(moved).y - at.y];
      if (Math.hypot(right, up) > outline / 2) set("angle", snapped(numbers[2], (Math.atan2(up, right) * 180) / Math.PI));
    };
    sketch.node.addEventListener("pointermove", turn);
    sketch.node.addEventListener("lostpointercapture", () => sketch.node.removeEventListener("pointermove", turn), { once: true });
    rows[0].slider.focus({ preventScroll: true });
  });

  function next() {
    for (const each of numbers) place(each.name, 0); // the same start for all, so that none is nearer to its answer
    done.disabled = true;
    complain("");
  }

  next();
  const say = ({ x, y, angle }) => `x ${x}, y ${y}, angle ${angle}`;
  return { node, over: sketch.node, typed: () => false, say, next, first: rows[0].slider };
}

const around = (value, turn) => ((value % turn) + turn) % turn;

// To the nearest step, within the limits; on a circle the last step is followed by the first.
function snapped({ low, high, step, turn }, value) {
  const near = Math.round(value / step) * step;
  return turn ? around(near, turn) : Math.min(high, Math.max(low, near));
}

function numberRow({ name, label, low, high, step, unit, turn }, change, complain) {
  const id = uniqueId("number");
  let now = 0;
  let typing = false; // what stands in the field is being typed, and stays
  const slider = element("input", { type: "range", id, min: low, max: high, step, oninput: () => change(Number(slider.value)) });
  const field = element("input", { type: "number", "aria-label": `${label}, as a number in ${unit}`, step: "any", ...(turn ? {} : { min: low, max: high }) });
  // What is typed counts once it can be read; what cannot be is put right when the field is left, and said.
  const read = () => field.value !== "" && field.checkValidity();
  field.addEventListener("input", () => {
    if (!read()) return;
    complain("");
    typing = true;
    change(turn ? around(Number(field.value), turn) : Number(field.value));
    typing = false;
  });
  field.addEventListener("change", () => {
    if (!read()) complain(`${label}: a number${turn ? "" : ` from ${low} to ${high}`} is needed, so it stays ${now}.`);
    field.value = now;
  });
  // A circle has no end: one step beyond the last is the first.
  if (turn) slider.addEventListener("keydown", (event) => {
    const [up, down] = [/^Arrow(Right|Up)$/.test(event.key) && now + step >= turn, /^Arrow(Left|Down)$/.test(event.key) && now - step < 0];
    if (!up && !down) return;
    event.preventDefault();
    change(around(now + (up ? step : -step), turn));
  });
  const node = element(
    "div",
    { className: "mlp-number-row" },
    element("label", { for: id, text: label }), slider, element("span", {}, field, ` ${unit}`),
  );
  const show = (value) => {
    now = value;
    slider.value = value;
    slider.setAttribute("aria-valuetext", `${value} ${unit}`);
    if (!typing) field.value = value;
  };
  return { name, node, slider, show };
}

function poseSketch({ half, outline, reach }, look = "") {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", `${-half} ${-half} ${2 * half} ${2 * half}`);
  drawing.setAttribute("class", `mlp-sketch ${look}`);
  drawing.setAttribute("aria-hidden", "true"); // the sliders say the same
  // Twice: a light rim under the line, for the photograph may be as dark as the line.
  const lines = ["rim", "line"].map((name) => {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", `mlp-${name}`);
    drawing.append(path);
    return path;
  });
  const show = ({ x = 0, y = 0, angle = 0 }) => {
    const way = (length, turn) => {
      const radians = ((angle + turn) * Math.PI) / 180;
      return [x + length * Math.cos(radians), -y - length * Math.sin(radians)].map((each) => each.toFixed(3)).join(" ");
    };
    const ring = `M ${way(outline, 0)} A ${outline} ${outline} 0 0 0 ${way(outline, 180)} A ${outline} ${outline} 0 0 0 ${way(outline, 0)}`;
    const tip = [x + reach * Math.cos((angle * Math.PI) / 180), -y - reach * Math.sin((angle * Math.PI) / 180)];
    const head = [150, -150].map((turn) => {
      const radians = ((angle + turn) * Math.PI) / 180;
      return `M ${tip.map((each) => each.toFixed(3)).join(" ")} L ${(tip[0] + 1.4 * Math.cos(radians)).toFixed(3)} ${(tip[1] - 1.4 * Math.sin(radians)).toFixed(3)}`;
    });
    const shape = `${ring} M ${x} ${-y} L ${tip.map((each) => each.toFixed(3)).join(" ")} ${head.join(" ")}`;
    for (const line of lines) line.setAttribute("d", shape);
  };
  const place = (event) => {
    const box = drawing.getBoundingClientRect();
    const across = ((event.clientX - box.left) / box.width) * 2 * half - half;
    const up = half - ((event.clientY - box.top) / box.height) * 2 * half;
    return { x: across, y: up };
  };
  return { node: drawing, show, place };
}
