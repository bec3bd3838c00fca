// The selected case of the list, which the pane beside it shows.
import { $, all, rows, wide } from "./page.js";
import { detail, showCase } from "./shown.js";

const none = detail && $(".none", detail);

export const items = () => rows ? all(".row", rows) : [];

// Identified only by its id: rows are replaced at any moment, and a key must act only on the selected case.
export let chosen = null;
export let opened = null;
let openLater = 0;
let movedAt = 0;

// A held-down key moves past cases without opening them.
const PASSING = 150;

export const current = () => rows && chosen && document.getElementById(chosen);
const showCurrent = () => items().forEach(row => {
  const is = row.id === chosen;
  row.classList.toggle("current", is);
  if (is) row.setAttribute("aria-current", "true");
  else row.removeAttribute("aria-current");
});
document.addEventListener("htmx:afterSettle", showCurrent);

// Whether the selected case was open the last time its reader selected it, acted on it, or was told that someone else
// had decided it.
let seenOpen = false;
export const look = row => {
  if (row.id === chosen) seenOpen = row.matches(".open");
};

// The versions that result from this window's own acts, by row.
const brought = new Map();
export const answered = row => {
  look(row);
  brought.set(row.id, Number(row.dataset.version));
};

// A person sees the case in its row, in the pane if there is one, and in the answer to their own act; either of the
// first two may be newer. The older version is sent to the server, which refuses the act if someone else was faster.
export const seenVersion = (row, pane) =>
  Math.min(row.dataset.version, pane ? Math.max(pane.dataset.version, brought.get(row.id) || 0) : Infinity);

// A key meant for the open case must not undo another person's decision.
export const overtaken = row => row.id === chosen && seenOpen && !row.matches(".open");

const show = row => {
  const id = row.dataset.case;
  opened = id;
  showCase(row, () => opened === id);
};

export const open = row => {
  if (!row) return;
  if (!detail || !wide.matches) {
    location.href = `/cases/${row.dataset.case}`;
    return;
  }
  if (opened !== row.dataset.case) show(row);
  detail.focus({ preventScroll: true });
};

export const select = (row, focus = true) => {
  if (!row) return;
  chosen = row.id;
  look(row);
  showCurrent();
  if (focus) row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  if (!detail || !wide.matches || opened === row.dataset.case) return;
  const passing = Date.now() - movedAt < PASSING;
  movedAt = Date.now();
  clearTimeout(openLater);
  if (passing) openLater = setTimeout(() => show(row), PASSING);
  else show(row);
};

// The first case is opened at the start and whenever the list shows other cases; if there is none, nothing is opened.
export const selectFirst = () => {
  if (!rows || !detail || !wide.matches || current()) return;
  chosen = null;
  const [first] = items();
  if (first) {
    select(first, false);
    return;
  }
  clearTimeout(openLater);
  opened = null;
  detail.replaceChildren(none);
};

// Loads the rest of a long list at its end.
export const showMore = after => {
  const more = $(".next .button", rows);
  const from = chosen;
  if (!more) {
    after();
    return;
  }
  htmx.ajax("GET", more.href, { source: more, target: more.closest("li"), swap: "outerHTML" }).then(() => {
    if (chosen === from) after();
  });
};

// Rows may have come or gone while more of them were loaded, so the place in the list is looked up again.
const selectNext = () => {
  const list = items();
  const at = list.indexOf(current());
  if (at >= 0) select(list[at + 1]);
};
export const move = step => {
  const list = items();
  const at = list.indexOf(current());
  const next = at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + step));
  if (at < 0 || step < 0 || at < list.length - 1) select(list[next]);
  else showMore(selectNext);
};

rows?.addEventListener("focusin", event => {
  const row = event.target.closest(".row");
  if (row && row !== current()) select(row, false);
});
rows?.addEventListener("click", event => {
  const row = event.target.closest(".row");
  const modified = event.ctrlKey || event.metaKey || event.shiftKey;
  if (!row || !wide.matches || !detail || modified) return;
  const pressed = event.target.closest("a, button, input, label");
  if (pressed && !pressed.matches("[data-open]")) return;
  if (pressed) event.preventDefault();
  select(row);
});
// A window that becomes wide gets a pane, and a pane shows a case.
wide.addEventListener("change", selectFirst);
selectFirst();
