// The picture, the sentence and the table of one state.

const KEEP_DECODED = 8; // a decoded frame is 3 MB; its neighbours are decoded ahead

function canvasScreen(view, frames) {
  const decoded = new Map(); // insertion order is the order of use
  const context = view.canvas.getContext("2d", { alpha: false });
  let asked = 0;
  let drawn = 0;

  function bitmap(key) {
    const known = decoded.get(key) ?? createImageBitmap(frames.get(key).blob);
    decoded.delete(key);
    decoded.set(key, known);
    while (decoded.size > KEEP_DECODED) {
      const [oldest] = decoded.keys();
      decoded.get(oldest).then((image) => image.close());
      decoded.delete(oldest);
    }
    return known;
  }

  async function show(key, neighbours) {
    const turn = ++asked;
    const image = await bitmap(key);
    if (turn < drawn) return; // a later state is already on the screen
    drawn = turn;
    if (view.canvas.width !== image.width) [view.canvas.width, view.canvas.height] = [image.width, image.height];
    context.drawImage(image, 0, 0);
    const { says, table } = frames.get(key);
    view.canvas.dataset.key = key;
    view.canvas.setAttribute("aria-label", says);
    view.sentence.textContent = says;
    view.busy(false);
    fill(view.table, table, says);
    view.summary.textContent = hasNumbers(table) ? "The numbers as a table" : "The same as a table";
    if (turn === asked) for (const near of neighbours) if (frames.has(near)) bitmap(near);
  }

  return { show, close: () => decoded.forEach((known) => known.then((image) => image.close())) };
}

// Many a number is a text: "12 %", "+3 points", "$5".
const NUMBER = /^[^\p{L}\d]{0,3}\d/u;

function hasNumbers({ rows, numeric }) {
  return numeric.some(Boolean) || rows.some((row) => row.some((text) => NUMBER.test(text)));
}

function fill(table, { columns, rows, numeric }, caption) {
  const cell = (tag, text, place, more = {}) =>
    element(tag, { text, className: numeric[place] ? "mlp-number" : "", ...more });
  const head = element("tr", {}, ...columns.map((name, place) => cell("th", name, place, { scope: "col" })));
  const body = rows.map((row) =>
    element("tr", {}, ...row.map((text, place) => cell(place ? "td" : "th", text, place, place ? {} : { scope: "row" }))),
  );
  table.replaceChildren(
    element("caption", { className: "mlp-unseen", text: caption }),
    element("thead", {}, head),
    element("tbody", {}, ...body),
  );
}
