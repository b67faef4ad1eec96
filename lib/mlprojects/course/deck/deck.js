// A deck: reveal turns the slides; explorers are put together when they come near, so that the deck opens at once.
const print = /print-pdf/.test(location.search);
const body = document.body;
if (/[?&]dark\b/.test(location.search)) body.dataset.mlpTheme = "dark";

const deck = new Reveal({
  ...CONFIG,
  plugins: [RevealNotes],
  keyboard: { 84: () => turnLights() }, // T
});

function turnLights() {
  body.dataset.mlpTheme = body.dataset.mlpTheme === "dark" ? "light" : "dark";
}

function mount(slide) {
  const place = slide?.querySelector("[data-stage]:not([data-ready])");
  if (!place) return;
  place.dataset.ready = "true";
  const { spec, frames } = JSON.parse(document.getElementById(`frames-${place.dataset.stage}`).textContent);
  const traits = { spec, baked: frames, state: spec.start, opened: true };
  const ignore = () => {};
  render({ model: { get: (name) => traits[name], set: ignore, on: ignore, off: ignore, save_changes: ignore, send: ignore }, el: place });
}

const all = () => [...document.querySelectorAll("section.leaf")];

function near() {
  const slides = all();
  const here = slides.indexOf(deck.getCurrentSlide());
  mount(slides[here]);
  setTimeout(() => [slides[here + 1], slides[here - 1]].forEach(mount), 50);
}

// Hands that were counted on one slide are shown on the next one, where the reasons are.
document.addEventListener("input", ({ target }) => {
  if (!target.dataset?.hands) return;
  const [name, letter] = target.dataset.hands.split(/-(?=[^-]*$)/);
  const answer = document.getElementById(`${name.replaceAll("_", "-")}-answer`);
  const row = answer?.querySelectorAll("ol.options > li")[letter.charCodeAt(0) - 65];
  if (row) row.dataset.count = target.value ? `${target.value} ${target.value === "1" ? "hand" : "hands"}` : "";
});

// reveal leaves all keys to a field that has the focus; a presenter's remote must go on all the same.
addEventListener(
  "keydown",
  (event) => {
    const turn = { PageDown: () => deck.next(), PageUp: () => deck.prev() }[event.key];
    const field = document.activeElement?.matches("input, select, summary, button, [tabindex]");
    if (field && (turn || event.key === "Escape")) {
      event.preventDefault();
      event.stopPropagation();
      document.activeElement.blur();
      turn?.();
    }
  },
  true,
);

deck.on("slidechanged", near);
deck.on("overviewshown", () => all().forEach(mount));
if (print) all().forEach(mount);
deck.initialize().then(near);
window.deck = deck;
