"""A card in a page, answered by the real item in Python; only Jupyter between them is left out."""

import json

from mlprojects.engine import Board, Labelling, front
from mlprojects.engine.board_card import BoardCard
from mlprojects.engine.card import Card
from mlprojects.engine.labelling_card import LabellingCard

WIDGETS = {Board: ("board", BoardCard), Labelling: ("labelling", LabellingCard)}

# Stands where JupyterLab does: passes messages on, and fires a change when the kernel sets another state.
MODEL = """
const heard = {};
const traits = START;
const fire = (name, ...what) => (heard[name] ?? []).forEach((callback) => callback(...what));
const model = {
  get: (name) => traits[name],
  set() {}, save_changes() {},
  on: (name, callback) => (heard[name] ??= []).push(callback),
  off() {},
  send: (message) => window.kernel && window.kernel(message).then(({ state, messages }) => {
    const news = JSON.stringify(state) !== JSON.stringify(traits.state);
    traits.state = state;
    if (news) fire("change:state");
    messages.forEach((each) => fire("msg:custom", each, []));
  }),
};
for (let display = 0; display < DISPLAYS; display++) render({ model, el: document.querySelector("main") });
"""


def open_card(page, make, theme="light", live=True, displays=1):
    """The item that `make` gives, shown by its card; without `live` as a stored notebook shows it, with no kernel."""
    item = make()
    name, widget = WIDGETS.get(type(item), ("card", Card))
    card = widget(item)
    card.item._cards.add(card)
    messages = []
    card.send = messages.append

    def kernel(message):
        messages.clear()
        card._hear(card, message, [])
        return {"state": card.state, "messages": list(messages)}

    if live:
        page.expose_function("kernel", kernel)
    start = json.dumps({"spec": card.spec, "state": card.state}).replace("<", "\\u003c")
    script = front.module(name) + MODEL.replace("START", start).replace("DISPLAYS", str(displays))
    ground = "#15181c" if theme == "dark" else "#ffffff"
    page.set_content(
        f'<!doctype html><html lang="en"><title>Card</title><style>{front.style(name)}</style>'
        f'<body data-mlp-theme="{theme}" style="background:{ground}"><main></main>'
        f'<script type="module">{script}</script></body></html>'
    )
    page.wait_for_selector(".mlp-card[data-live]" if live else ".mlp-card")
    return card.item
