// One slide at a time: shows a slide's cells and hides the others, fits them to the window, and follows the keys.

import { createBar } from "./bar.js";
import { keyHandler } from "./keys.js";

const WIDTH = 1280; // a slide's size in the style sheet; a window's is reached by zooming
const HEIGHT = 720;
const LARGEST = 1.25; // how much larger a short text is shown
const SMALLEST = 0.75; // how far a slide that is too long is made smaller before it scrolls
const STEP = 0.04;

// To JupyterLab a double click on a text means: edit its source.
function keepRendered(event) {
  if (event.target.closest?.(".jp-MarkdownOutput")) event.stopImmediatePropagation();
}

export class Presentation {
  constructor(app, panel, { slides, style }) {
    Object.assign(this, { app, panel, slides, notebook: panel.content });
    this.place = Math.min(Number(sessionStorage.getItem(this.memory)) || 0, slides.length - 1);
    this.coded = false; // whether the code behind a slide is shown
    this.running = 1; // until the kernel is there and has run all
    this.hidden = [];
    this.style = Object.assign(document.createElement("style"), { textContent: style });
    this.onKey = keyHandler(this);
    this.bar = createBar(this);
    this.sizes = new ResizeObserver(() => this.fit());
    this.themes = new MutationObserver(() => this.followTheme());
    document.body.append(this.bar.root);
  }

  get memory() {
    return `mlprojects-present:${this.panel.context.path}`;
  }

  get slide() {
    return this.slides[this.place];
  }

  start() {
    this.active = true;
    document.head.append(this.style);
    this.notebook.node.classList.add("reveal"); // the decks' theme is for what stands in this class
    this.hideChrome();
    window.addEventListener("keydown", this.onKey, true); // before JupyterLab, whose shortcuts delete cells
    window.addEventListener("dblclick", keepRendered, true);
    this.sizes.observe(document.body);
    this.sizes.observe(this.viewport);
    this.themes.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
    this.followTheme();
    this.show(this.place);
  }

  end() {
    this.active = false;
    this.style.remove();
    this.notebook.node.classList.remove("reveal");
    for (const cell of this.notebook.widgets) cell.node.classList.remove("mlp-off", "mlp-coded");
    for (const widget of this.hidden.splice(0)) widget.show();
    window.removeEventListener("keydown", this.onKey, true);
    window.removeEventListener("dblclick", keepRendered, true);
    this.sizes.disconnect();
    this.themes.disconnect();
    delete document.body.dataset.mlpTheme;
    document.body.classList.remove("mlp-black");
    this.bar.update();
  }

  // Everything beside the notebook, from the innermost container outwards.
  hideChrome() {
    for (let inner = this.notebook; inner.parent; inner = inner.parent) {
      for (const sibling of inner.parent.children()) {
        if (sibling === inner || sibling.isHidden) continue;
        sibling.hide();
        this.hidden.push(sibling);
      }
    }
  }

  async runAll() {
    await this.run("notebook:run-all-cells");
    this.running -= 1;
    this.bar.update();
    if (this.active) this.choose(); // running moves JupyterLab's mark to the last cell
  }

  async run(command) {
    this.running += 1;
    this.bar.update();
    try {
      await this.app.commands.execute(command);
    } finally {
      this.running -= 1;
      this.bar.update();
    }
  }

  show(place) {
    const next = Math.max(0, Math.min(place, this.slides.length - 1));
    if (next !== this.place) this.coded = false;
    this.place = next;
    sessionStorage.setItem(this.memory, next);
    const { shown, code, worked } = this.slide;
    for (const cell of this.notebook.widgets) {
      const { id } = cell.model;
      const added = this.coded && worked.includes(id);
      cell.node.classList.toggle("mlp-off", !added && !shown.includes(id));
      cell.node.classList.toggle("mlp-coded", added || code.includes(id));
    }
    this.leave();
    this.choose();
    this.scroller.scrollTop = 0;
    this.fit();
    this.bar.update();
  }

  turn(steps) {
    this.show(this.place + steps);
  }

  toggleCode() {
    this.coded = !this.coded;
    this.show(this.place);
  }

  // The cell that JupyterLab's commands mean: the first whose code can be seen, else the first of the slide.
  choose() {
    const seen = this.notebook.widgets.filter((cell) => !cell.node.classList.contains("mlp-off"));
    const chosen = seen.find((cell) => this.isCode(cell)) ?? seen[0];
    if (chosen) this.notebook.activeCellIndex = this.notebook.widgets.indexOf(chosen);
    return chosen;
  }

  isCode(cell) {
    return cell.model.type === "code" && cell.node.classList.contains("mlp-coded");
  }

  edit() {
    const cell = this.choose();
    if (!cell || !this.isCode(cell)) return false;
    this.notebook.mode = "edit";
    cell.editor.focus();
    return true;
  }

  // The keys turn the pages again.
  leave() {
    this.notebook.mode = "command";
    this.notebook.node.focus({ preventScroll: true });
  }

  toggleBlack() {
    document.body.classList.toggle("mlp-black");
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  }

  toggleTheme() {
    if (document.getElementById("jupyterlab-splash")) return; // JupyterLab stumbles over a second change in the first
    const light = document.body.dataset.jpThemeLight === "true";
    this.app.commands.execute("apputils:change-theme", { theme: light ? "JupyterLab Dark" : "JupyterLab Light" });
  }

  followTheme() {
    document.body.dataset.mlpTheme = document.body.dataset.jpThemeLight === "true" ? "light" : "dark";
  }

  get scroller() {
    return this.notebook.node.querySelector(".jp-WindowedPanel-outer");
  }

  get viewport() {
    return this.notebook.node.querySelector(".jp-WindowedPanel-viewport");
  }

  // An explorer fills a slide as it is; words are as large as there is room for, and scroll rather than be too small.
  fit() {
    const whole = Math.min(window.innerWidth / WIDTH, window.innerHeight / HEIGHT);
    let part = this.notebook.node.querySelector(".jp-Cell:not(.mlp-off) .mlp-stage") ? 1 : LARGEST;
    const set = () => {
      this.notebook.node.style.setProperty("--mlp-zoom", whole * part);
      this.notebook.node.style.setProperty("--mlp-wide", `${WIDTH / part}px`);
    };
    const spills = () => this.viewport.getBoundingClientRect().height > window.innerHeight;
    for (set(); spills() && part > SMALLEST; set()) part -= STEP;
  }
}
