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

// The largest type in which a slide's words fit: which fonts a machine has, nobody knows before.
const SIZES = ["huge", "large", "", "dense", "tiny"];
const LARGEST = { item: 2, answer: 2, text: 1, title: 1 };

function fit(slide) {
  const content = slide?.querySelector(":scope > .content:not([data-size])");
  const kind = ["item", "answer", "text", "title"].find((each) => slide?.classList.contains(each));
  const last = content?.lastElementChild;
  if (!kind || !last || !content.offsetHeight) return;
  const short = kind === "text" && !content.querySelector("ul, ol, table, pre");
  for (const size of SIZES.slice(short ? 0 : LARGEST[kind])) {
    content.dataset.size = size;
    const room = content.clientHeight - parseFloat(getComputedStyle(content).paddingBottom);
    if (last.offsetTop + last.offsetHeight <= room && content.scrollWidth <= content.clientWidth) return;
  }
}

const all = () => [...document.querySelectorAll("section.leaf")];

function near() {
  const slides = all();
  const here = slides.indexOf(deck.getCurrentSlide());
  fit(slides[here]);
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
deck.on("overviewshown", () => all().forEach((slide) => (fit(slide), mount(slide))));
deck.on("pdf-ready", () => {
  all().forEach(fit);
  // On paper every slide is there to be read, and a reader of the PDF must not be told otherwise.
  document.querySelectorAll(".slides section").forEach((slide) => slide.removeAttribute("aria-hidden"));
});
if (print) all().forEach(mount);
deck.initialize().then(near);
window.deck = deck;
