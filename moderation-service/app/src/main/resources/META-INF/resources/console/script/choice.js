// The chosen case of the queue, and the one that is open beside it.
import { $, all, load, rows, wide } from "./page.js";

export const items = () => rows ? all(".row", rows) : [];

// Identified only by its id: rows are replaced at any moment, and a key must only ever act on the chosen case.
export let chosen = null;
export let opened = null;
let openLater = 0;

export const current = () => rows && chosen && document.getElementById(chosen);
const showCurrent = () => items().forEach(row => row.classList.toggle("current", row.id === chosen));
document.addEventListener("htmx:afterSettle", showCurrent);

export const open = row => {
  if (!row) return;
  if (!wide.matches || !$("#detail")) {
    location.href = `/cases/${row.dataset.case}`;
    return;
  }
  opened = row.dataset.case;
  load(`/cases/${opened}/detail`, $("#detail"));
};

export const select = (row, focus = true) => {
  if (!row) return;
  chosen = row.id;
  showCurrent();
  if (focus) row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  if (opened && wide.matches && opened !== row.dataset.case) {
    clearTimeout(openLater);
    openLater = setTimeout(() => open(row), 250);
  }
};

// Loads the rest of a long list at its end.
export const showMore = after => {
  const more = $(".next .button", rows);
  const from = chosen;
  if (!more) {
    after();
    return;
  }
  load(more.href, more.closest("li"), "outerHTML").then(() => {
    if (chosen === from) after();
  });
};

export const move = step => {
  const list = items();
  const at = list.indexOf(current());
  const next = at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + step));
  if (at < 0 || step < 0 || at < list.length - 1) select(list[next]);
  else showMore(() => select(items()[at + 1]));
};

rows?.addEventListener("focusin", event => {
  const row = event.target.closest(".row");
  if (row && row !== current()) select(row, false);
});
rows?.addEventListener("click", event => {
  const row = event.target.closest(".row");
  const link = event.target.closest("[data-open]");
  if (link && wide.matches && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    select(row, false);
    open(row);
  }
});
