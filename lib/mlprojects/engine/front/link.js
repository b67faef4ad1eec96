// Is a kernel behind this widget? Shared by stage.js and card.js, which front.py puts behind it.
// The protocol: the page says hello when it mounts; the kernel answers everything it gets. What stays unanswered for
// PATIENCE milliseconds means that the cell has not been run in this kernel (or that the kernel is busy: a late answer
// mends it). `comm_live_update` is what JupyterLab fires when a kernel restarts and the channel closes.
const PROTOCOL = 1;
const PATIENCE = 1500;

function connect(model, { onMessage, onStatus }) {
  let timer = null;
  let live = null;
  const settle = (now) => {
    clearTimeout(timer);
    timer = null;
    if (live !== now || !now) onStatus((live = now)); // each unanswered message is worth saying
  };
  const heard = (message, buffers) => {
    settle(true);
    onMessage(message, buffers);
  };
  // A kernel that computes cannot answer; that it is busy means it is there.
  const busy = () => model.widget_manager?.kernel?.status === "busy";
  const expire = () => {
    if (busy()) timer = setTimeout(expire, PATIENCE);
    else settle(false);
  };
  // `tell` expects no answer, `send` does.
  const tell = (message) => {
    try {
      model.send({ protocol: PROTOCOL, ...message });
    } catch {
      settle(false); // a stored widget has no channel to send on
    }
  };
  const send = (message) => {
    timer ??= setTimeout(expire, PATIENCE);
    tell(message);
  };
  // Fires when a channel opens or closes, so ask rather than conclude.
  const ask = () => send({ type: "hello" });
  model.on("msg:custom", heard);
  model.on("comm_live_update", ask);
  ask();
  return {
    send,
    tell,
    get live() {
      return live === true;
    },
    close() {
      clearTimeout(timer);
      model.off("msg:custom", heard);
      model.off("comm_live_update", ask);
    },
  };
}

// The one way to build an element: text is set as text, so nothing a learner typed is ever read as markup.
function element(tag, properties = {}, ...children) {
  const { className, text, ...attributes } = properties;
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

let serial = 0;
const uniqueId = (stem) => `mlp-${stem}-${++serial}-${Math.random().toString(36).slice(2, 7)}`;
