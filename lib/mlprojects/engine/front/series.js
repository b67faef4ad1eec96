// A series: cards one at a time, each a question with its second steps. The page decides which card is shown, so that
// turning a card needs no kernel; which questions of a card are open, the kernel says.

function seriesView(spec, send) {
  const view = seriesSkeleton(spec, turn);
  const cards = spec.steps.map(() => []);
  let pages = [];
  let here = null; // place of the card shown

  function turn(place) {
    if (place < 0 || place >= cards.length) return;
    here = place;
    view.say("");
    view.page.replaceChildren();
    fill();
    view.turned(here, pages[here].done, elsewhere());
    remind();
    // The heading says where one is now, and the next press of Tab leads to the question.
    view.heading.focus();
  }

  // Puts what is open of this card behind what stands there already: nothing that has the focus is moved.
  function fill() {
    const card = cards[here];
    pages[here].items.forEach((item, place) => {
      card[place] ??= step(item.spec, place, spec.steps[here]);
      card[place].show(item.state);
      if (card[place].root.parentNode !== view.page) view.page.append(card[place].root);
    });
  }

  function step(itemSpec, place, steps) {
    const made = itemView(itemSpec, send);
    if (steps > 1) made.root.prepend(element("p", { className: "mlp-step", text: `Step ${place + 1} of ${steps}` }));
    return made;
  }

  function show(state) {
    const before = pages[here];
    pages = state.pages;
    view.marks(pages.map((page) => page.done));
    here ??= state.start;
    view.turned(here, pages[here].done, elsewhere());
    fill();
    remind();
    if (before) tellNews(before, pages[here]);
  }

  // Places of the open cards that only the way back leads to: nobody who is done with the last one shall miss them.
  function elsewhere() {
    if (here < cards.length - 1 || !pages[here].done) return [];
    return pages.flatMap((page, place) => (page.done ? [] : [place]));
  }

  function remind() {
    const open = elsewhere().map((place) => place + 1);
    view.remind(open.length ? `Still open: ${open.length > 1 ? "cards" : "card"} ${open.join(", ")}.` : "");
  }

  function idle() {
    for (const made of cards.flat()) made.idle();
  }

  function tellNews(before, now) {
    // A second step stands where one reads on; only who does not see it come has to be told.
    if (now.done && !before.done) view.say(pages.every((page) => page.done) ? "All cards are done." : `Card ${here + 1} is done.`);
    else if (now.items.length > before.items.length) view.say(`Step ${now.items.length} is open, below step ${before.items.length}.`, true);
  }

  return { root: view.root, show, idle };
}

function seriesSkeleton(spec, turn) {
  let here = 0;
  let onward = 1; // where the next card is
  const labelId = uniqueId("prompt");
  const last = spec.steps.length - 1;
  const prompt = element("div", { className: "mlp-prompt", id: labelId });
  prompt.innerHTML = spec.prompt; // written by the course and rendered with raw HTML switched off
  const tag = element("p", { className: "mlp-tag" });
  const heading = element("h3", { className: "mlp-heading", tabindex: -1 });
  const numbers = spec.steps.map((_, place) => numberButton(place, () => turn(place)));
  const row = element("ol", { className: "mlp-numbers", role: "list" }, ...numbers.map(({ node }) => element("li", {}, node)));
  const page = element("div", { className: "mlp-page" });
  const status = element("p", { className: "mlp-series-status", role: "status" });
  const open = element("p", { className: "mlp-open", role: "status" });
  const previous = element("button", { type: "button", text: "Previous card", onclick: () => turn(here - 1) });
  const next = element("button", { type: "button", text: "Next card", onclick: () => turn(onward) });
  const root = element(
    "section",
    { className: "mlp-series", "aria-labelledby": labelId, "data-item": spec.item },
    tag, prompt,
    element("nav", { "aria-label": "Cards" }, row),
    heading, page, status, open,
    element("div", { className: "mlp-turn" }, previous, next),
  );

  function say(text, unseen = false) {
    status.textContent = text;
    status.classList.toggle("mlp-unseen", unseen);
  }

  function remind(text) {
    if (open.textContent !== text) open.textContent = text;
  }

  function turned(place, done, elsewhere) {
    here = place;
    onward = elsewhere[0] ?? here + 1;
    heading.textContent = `Card ${here + 1} of ${last + 1}`;
    numbers.forEach((number, each) => number.current(each === here));
    previous.disabled = here === 0;
    next.disabled = onward > last;
    next.classList.toggle("mlp-primary", done && onward <= last);
  }

  function marks(done) {
    const count = done.filter(Boolean).length;
    tag.textContent = `Cards: ${count} of ${last + 1} done`;
    numbers.forEach((number, each) => number.mark(done[each]));
  }

  return { root, heading, page, say, remind, turned, marks };
}

function numberButton(place, onclick) {
  const tick = element("span", { "aria-hidden": "true" });
  const node = element("button", { type: "button", onclick }, String(place + 1), tick);
  return {
    node,
    current: (yes) => (yes ? node.setAttribute("aria-current", "step") : node.removeAttribute("aria-current")),
    mark: (done) => {
      tick.textContent = done ? " ✓" : "";
      node.dataset.done = done;
      node.setAttribute("aria-label", `Card ${place + 1}: ${done ? "done" : "open"}`);
    },
  };
}
