// The pane beside the list follows its case, but never while the reader works in it.
import { $, all, atWork, say } from "./page.js";
import { opened } from "./choice.js";
import { detail, refreshCase } from "./shown.js";

const openFolds = () => all("details[open][id]", detail).map(fold => fold.id);

export const paneOf = id => detail && $(`[data-detail="${id}"]`, detail);

const sayStale = pane => {
  if ($(".stale", pane)) return;
  const note = document.createElement("p");
  note.className = "message note stale";
  note.textContent = say("This case has changed. Close what you are typing in to see it.");
  pane.prepend(note);
};

// Opened parts stay open, and the page keeps its position.
export const refreshPane = (id, version) => {
  const pane = opened === id && paneOf(id);
  if (!pane || Number(pane.dataset.version) >= version) return;
  if (atWork(detail)) {
    sayStale(pane);
    return;
  }
  const folds = openFolds();
  const top = detail.scrollTop;
  refreshCase(id, () => opened === id).then(came => {
    if (!came) return;
    folds.forEach(fold => {
      const now = document.getElementById(fold);
      if (now) now.open = true;
    });
    detail.scrollTop = top;
  });
};
