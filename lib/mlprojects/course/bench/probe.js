// What the benchmark does in the page: moves a slider as an event does, and waits until its picture is on the screen.
(() => {
  const painted = () =>
    new Promise((done) => requestAnimationFrame(() => {
      const channel = new MessageChannel(); // answers after the frame is painted
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    }));
  const until = (target, condition) =>
    new Promise((done) => {
      const check = () => condition() && (watcher.disconnect(), done());
      const watcher = new MutationObserver(check);
      watcher.observe(target, { attributes: true, childList: true, subtree: true });
      check();
    });
  const stage = (name) => document.querySelector(`.mlp-stage[data-explorer="${name}"]`);
  const set = (name, value) => {
    const input = stage(name).querySelector("input[type=range]");
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };

  async function moveStage(name, value) {
    const canvas = stage(name).querySelector("canvas");
    const started = performance.now();
    set(name, value);
    await until(canvas, () => canvas.dataset.key === String(value));
    await painted();
    return performance.now() - started;
  }

  // In a deck: moves the first slider of the slide that is shown by a step or by half its length, back where it ends.
  async function moveShown(far) {
    const slide = window.deck.getCurrentSlide();
    const input = [...slide.querySelectorAll("input[type=range]")].find((each) => each.offsetParent);
    if (!input) return null;
    const canvas = slide.querySelector("canvas");
    const before = canvas.dataset.key;
    const by = far ? Math.ceil(input.max / 2) : 1;
    const place = Number(input.value);
    const started = performance.now();
    input.value = place + by <= Number(input.max) ? place + by : place - by;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await until(canvas, () => canvas.dataset.key !== before);
    await painted();
    return performance.now() - started;
  }

  async function moveInteract() {
    const area = document.querySelector(".widget-interact");
    const handle = area.querySelector(".noUi-handle");
    const before = area.querySelector("img")?.src;
    const started = performance.now();
    handle.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    await until(area, () => area.querySelector("img") && area.querySelector("img").src !== before);
    await area.querySelector("img").decode();
    await painted();
    return performance.now() - started;
  }

  async function drag(name, events) {
    const canvas = stage(name).querySelector("canvas");
    const last = stage(name).querySelector("input[type=range]").max;
    let updates = 0;
    const counter = new MutationObserver((changes) => (updates += changes.length));
    counter.observe(canvas, { attributeFilter: ["data-key"] });
    const started = performance.now();
    let value = 0;
    for (let event = 0; event < events; event++) {
      const due = started + (event * 1000) / 60;
      while (performance.now() < due) await new Promise((done) => setTimeout(done, 1));
      value = Math.abs(((event * 1) % (2 * last)) - last);
      set(name, value);
    }
    const ended = performance.now();
    await until(canvas, () => canvas.dataset.key === String(value));
    await painted();
    counter.disconnect();
    return { rate: (updates * 1000) / (ended - started), lag: performance.now() - ended };
  }

  // Drags a point in circles, an event a frame, and gives the milliseconds from each event to the frame it is painted in.
  async function dragPoint(name, events) {
    const board = document.querySelector(".mlp-board");
    const point = board.querySelector(`[role=slider][data-point="${name}"]`);
    const box = point.getBoundingClientRect();
    const [x, y] = [box.left + 12, box.top + box.height / 2];
    const send = (type, dx, dy) =>
      point.dispatchEvent(new PointerEvent(type, { pointerId: 1, clientX: x + dx, clientY: y + dy, button: 0, bubbles: true }));
    point.setPointerCapture = point.releasePointerCapture = () => {}; // there is no real pointer to be captured
    send("pointerdown", 0, 0);
    const taken = [];
    let unmoved = 0;
    for (let turn = 1; turn <= events; turn++) {
      const before = point.style.cssText;
      const started = performance.now();
      send("pointermove", 40 * Math.sin(turn / 4), 40 * Math.cos(turn / 4));
      if (point.style.cssText === before) unmoved += 1;
      await painted();
      taken.push(performance.now() - started);
    }
    send("pointerup", 0, 0);
    return { taken, unmoved };
  }

  async function ready(name) {
    const bar = stage(name).querySelector("progress");
    await until(bar.parentElement, () => bar.hidden && bar.value >= bar.max);
    return performance.now();
  }

  // Runs `code` as a cell `times` times with pauses between, and gives the milliseconds of each.
  async function cells(code, times, pause) {
    const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const taken = [];
    for (let turn = 0; turn < times; turn++) {
      const started = performance.now();
      await kernel.requestExecute({ code }).done;
      taken.push(performance.now() - started);
      await new Promise((done) => setTimeout(done, pause));
    }
    return taken;
  }

  window.bench = { moveStage, moveShown, moveInteract, drag, dragPoint, ready, cells };
})();
