// The plot of a board: a square in which points are dragged, or moved by keys. Numbers in the points are those of the
// list; names stand beside the points as far as there is room, and always at the one that is looked at.

const STEPS = { ArrowLeft: ["x", -1], ArrowRight: ["x", 1], ArrowDown: ["y", -1], ArrowUp: ["y", 1] };
const RANGE_STEPS = { "+": 1, "=": 1, "-": -1, "−": -1, "_": -1 }; // with and without Shift, on most keyboards
const clamp = (value, high) => Math.min(high, Math.max(0, value));

function boardPlot(spec, moves) {
  const field = element("div", { className: "mlp-field-area" });
  const helpId = uniqueId("help");
  const corners = Object.entries(spec.quadrants).map(([corner, text]) =>
    element("span", { className: "mlp-quadrant", "data-corner": corner, text }),
  );
  const pins = new Map(spec.points.map((point, place) => [point.name, pin(spec, point, place, helpId, moves, field)]));
  const rings = element("div", { className: "mlp-rings", "aria-hidden": "true" }, ...[...pins.values()].map(({ ring }) => ring));
  field.append(...corners, ...[...pins.values()].flatMap(({ node, help }) => [node, help]));
  const square = element("div", { className: "mlp-square" }, rings, field);
  const node = element(
    "div",
    { className: "mlp-plot", role: "group", "aria-label": `${spec.y.label} against ${spec.x.label.toLowerCase()}` },
    axis("y", spec.y), square, axis("x", spec.x),
  );
  let active = "";
  const arrange = () => arrangeNames(field, [...pins.values()], pins.get(active), corners);
  const resized = new ResizeObserver(arrange);
  resized.observe(field);
  return {
    node,
    show(name, point) {
      pins.get(name).show(point);
      arrange();
    },
    activate(name) {
      pins.get(active)?.mark(false);
      pins.get(name)?.mark(true);
      active = name;
      arrange();
    },
    close: () => resized.disconnect(),
  };
}

function axis(which, { label, low, high }) {
  const parts = [`${low}`, label, `${high}`].map((text, place) => element(place === 1 ? "strong" : "span", { text }));
  return element("div", { className: `mlp-axis mlp-axis-${which}` }, ...parts);
}

// One point ----------------------------------------------------------------------------------------------------------

function pin(spec, point, place, helpId, moves, field) {
  const name = element("span", { className: "mlp-name" });
  const help = element("span", { className: "mlp-unseen", id: `${helpId}-${place}`, text: point.help });
  const ring = element("div", { className: "mlp-ring" });
  const node = element(
    "div",
    {
      className: point.own ? "mlp-pin mlp-own" : "mlp-pin",
      role: "slider",
      tabindex: 0,
      "aria-roledescription": "movable point",
      "aria-valuemin": 0,
      "aria-valuemax": spec.limits.y,
      "aria-describedby": `${helpId}-${place}`,
      "data-point": point.name,
      "data-side": "right",
      onfocus: () => moves.activate(point.name),
      onpointerenter: () => moves.activate(point.name),
      onblur: () => moves.settle(point.name),
      onkeydown: (event) => onKey(event, spec, point.name, moves),
    },
    element("span", { className: "mlp-dot", text: place + 1 }),
    name,
  );
  dragged(node, spec, point.name, moves, field);
  let text = null;
  const made = {
    node, ring, help, name,
    own: Boolean(point.own),
    at: null,
    width: 0,
    show(now) {
      made.at = now;
      node.style.left = ring.style.left = `${now.x}%`;
      node.style.bottom = ring.style.bottom = `${now.y}%`;
      ring.style.width = `${2 * now.range}%`;
      node.setAttribute("aria-label", now.label);
      node.setAttribute("aria-valuenow", now.y);
      node.setAttribute("aria-valuetext", words(spec, now));
      if (text === now.label) return;
      name.textContent = text = now.label;
      help.textContent = helpFor(point, now);
      made.width = 0; // measured anew
    },
    mark(yes) {
      for (const each of [node, ring]) each.toggleAttribute("data-active", yes);
    },
  };
  return made;
}

function onKey(event, spec, name, moves) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.currentTarget.hasAttribute("data-dragged")) return;
  const now = moves.at(name);
  const many = event.shiftKey ? 10 : 1;
  const [key, step] = STEPS[event.key] ?? ["range", RANGE_STEPS[event.key]];
  if (!step) return;
  event.preventDefault(); // the page would scroll
  moves.move(name, { [key]: clamp(now[key] + step * (key === "range" ? 1 : many), spec.limits[key]) });
  moves.settle(name, { soon: true });
}

// The pointer keeps its distance to the point's middle, so that nothing jumps when a drag begins.
function dragged(node, spec, name, moves, field) {
  let drag = null;

  function where(event) {
    const box = field.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * spec.limits.x, y: ((box.bottom - event.clientY) / box.height) * spec.limits.y };
  }

  function end(event) {
    if (!drag || (event.pointerId !== undefined && event.pointerId !== drag.pointer)) return;
    const { before, pointer } = drag;
    drag = null;
    node.removeAttribute("data-dragged");
    removeEventListener("keydown", escape, true);
    if (node.hasPointerCapture(pointer)) node.releasePointerCapture(pointer);
    if (event.type === "pointerup") moves.settle(name);
    else moves.back(name, before);
  }

  function escape(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    end({ type: "escape" });
  }

  node.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || drag) return;
    event.preventDefault(); // no text is selected
    node.focus({ preventScroll: true });
    node.setPointerCapture(event.pointerId);
    const before = moves.at(name);
    const { x, y } = where(event);
    drag = { before, pointer: event.pointerId, dx: before.x - x, dy: before.y - y };
    node.toggleAttribute("data-dragged", true);
    addEventListener("keydown", escape, true);
  });
  node.addEventListener("pointermove", (event) => {
    if (!drag || event.pointerId !== drag.pointer) return;
    const { x, y } = where(event);
    moves.move(name, {
      x: clamp(Math.round(x + drag.dx), spec.limits.x),
      y: clamp(Math.round(y + drag.dy), spec.limits.y),
    });
  });
  for (const type of ["pointerup", "pointercancel", "lostpointercapture"]) node.addEventListener(type, end);
}

// Names --------------------------------------------------------------------------------------------------------------

const RADIUS = 12; // of a point, in pixels (board.css)
const HEIGHT = 20; // of a name
const SIDES = {
  right: (x, y, width) => [x + RADIUS, y - HEIGHT / 2, x + RADIUS + width, y + HEIGHT / 2],
  left: (x, y, width) => [x - RADIUS - width, y - HEIGHT / 2, x - RADIUS, y + HEIGHT / 2],
  above: (x, y, width) => [x - width / 2, y - RADIUS - HEIGHT, x + width / 2, y - RADIUS],
  below: (x, y, width) => [x - width / 2, y + RADIUS, x + width / 2, y + RADIUS + HEIGHT],
};

// Each name takes the first side where it covers nothing, its present side before all, so that names stay while another
// point passes. One that finds no place is left out: the number in the point leads to the list. The active point's
// name comes first and is always shown, on the side where it covers least; then come the learner's own.
function arrangeNames(field, pins, active, corners) {
  const { clientWidth: width, clientHeight: height } = field;
  if (!width || pins.some((each) => !each.at)) return;
  const spot = ({ at }) => [(at.x / 100) * width, (1 - at.y / 100) * height];
  const edge = RADIUS; // the square is that much larger than the field
  const taken = corners.map((each) => [each.offsetLeft, each.offsetTop, each.offsetLeft + each.offsetWidth, each.offsetTop + each.offsetHeight]);
  for (const each of pins) {
    const [x, y] = spot(each);
    taken.push([x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS]);
  }
  const rank = (each) => (each === active ? 0 : each.own ? 1 : 2);
  for (const each of pins.toSorted((one, other) => rank(one) - rank(other))) {
    each.width ||= each.name.offsetWidth;
    const [x, y] = spot(each);
    const sides = [each.node.dataset.side, ...Object.keys(SIDES)];
    let best = null;
    for (const side of sides) {
      const box = SIDES[side](x, y, each.width);
      const cost = outside(box, width, height, edge) + taken.reduce((sum, other) => sum + overlap(box, other), 0);
      if (!best || cost < best.cost) best = { side, box, cost };
      if (cost === 0) break;
    }
    const shown = best.cost === 0 || each === active;
    each.node.dataset.side = best.side;
    each.node.toggleAttribute("data-nameless", !shown);
    if (shown) taken.push(best.box);
  }
}

function overlap([l, t, r, b], [left, top, right, bottom]) {
  return Math.max(0, Math.min(r, right) - Math.max(l, left)) * Math.max(0, Math.min(b, bottom) - Math.max(t, top));
}

function outside([l, t, r, b], width, height, edge) {
  const beyond = (much) => 1000 * Math.max(0, much);
  return beyond(-edge - l) + beyond(r - width - edge) + beyond(-edge - t) + beyond(b - height - edge);
}
