// What a key means while presenting. A control or an editor that has the focus keeps its keys, save those that a remote
// sends; JupyterLab gets none of its one-key shortcuts.

const TURNS = { PageDown: 1, PageUp: -1 };
const ARROWS = { ArrowRight: 1, ArrowLeft: -1 };
const SCROLLS = { ArrowDown: 1, ArrowUp: -1 };
const LINE = 80; // pixels that an arrow key scrolls a slide which is too long

function keeper(target) {
  if (!(target instanceof Element)) return "slide";
  if (target.closest(".cm-editor")) return "editor";
  if (target.closest("button, summary, a[href]")) return "button";
  if (target.closest("input, select, textarea, [contenteditable=true], .mlp [tabindex]")) return "control";
  return "slide";
}

export function keyHandler(presentation) {
  const letters = {
    b: () => presentation.toggleBlack(),
    c: () => presentation.toggleCode(),
    f: () => presentation.fullScreen(),
    t: () => presentation.toggleTheme(),
    q: () => presentation.end(),
    "?": () => presentation.bar.help(),
  };

  // Gives whether the key was used.
  function use({ key, shiftKey }, place) {
    if (key in TURNS) return presentation.turn(TURNS[key]), true;
    if (key === "Escape") return presentation.leave(), true;
    if (place === "editor") return key === "Enter" && shiftKey && (presentation.run("notebook:run-cell"), true);
    if (place === "control") return false;
    if (key in ARROWS) return presentation.turn(ARROWS[key]), true;
    if (key in SCROLLS) return presentation.scroller.scrollBy(0, LINE * SCROLLS[key]), true;
    if (key === "Home") return presentation.show(0), true;
    if (key === "End") return presentation.show(presentation.slides.length - 1), true;
    if (key.toLowerCase() in letters) return letters[key.toLowerCase()](), true;
    if (place === "button") return false;
    if (key === " ") return presentation.turn(shiftKey ? -1 : 1), true;
    return key === "Enter" && presentation.edit();
  }

  return (event) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    const asked = document.querySelector(".jp-Dialog, dialog[open], .jp-Completer:not(.lm-mod-hidden)");
    if (modified || event.isComposing || asked) return; // somebody else's: Escape closes what is open
    const place = keeper(event.target);
    if (use(event, place)) event.preventDefault();
    else if (place === "editor" || place === "control") return;
    event.stopImmediatePropagation();
  };
}
