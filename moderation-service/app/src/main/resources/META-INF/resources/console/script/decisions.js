// Deciding by key, taking a decision back, and going to the next case after it.
import { $, announce, load, rows, say } from "./page.js";
import { chosen, current, items, select, showMore } from "./choice.js";
import { busy, catchUp, overtaken, posting } from "./rows.js";
import { ask, refuseWords } from "./words.js";

const JUST_NOW = 1000;

export const decide = (scope, key) => {
  const button = scope && $(`[data-key="${key}"]`, scope);
  if (scope && busy.has(scope.id)) announce(say("Wait a moment: this case is being saved."));
  else if (scope && Date.now() - (overtaken.get(scope.id) || 0) < JUST_NOW) {
    announce(say("Somebody decided this case just now. Look again, then decide."));
  } else if (button) button.click();
  else if (scope) announce(say("That decision is not offered for this case."));
  else announce(say("Choose a case first, with j or k."));
};

// The newest decision of this window, and the case that was chosen after it. A person who went on to another decided
// case means that one. A person whom the decision itself brought there means what they decided, whatever happened meanwhile.
let last = null;

export const undo = () => {
  const here = $("#case-page") || current();
  const mine = last && chosen === last.then ? last.id : null;
  if (!mine && here && $('[data-key="u"]', here)) decide(here, "u");
  else if (!last) announce(say("There is no decision to undo here."));
  else if (document.getElementById(last.id)) decide(document.getElementById(last.id), "u");
  else {
    // Its row left the list when the list was reloaded.
    const id = last.id;
    last = null;
    load(`/cases/${id.slice("case-".length)}/row`, rows, "afterbegin")
      .then(() => decide(document.getElementById(id), "u"));
  }
};

const failed = () => {
  const lost = $("#lost");
  lost.textContent = say("That did not reach the server, so nothing was changed. Reload the page and try again.");
  lost.hidden = false;
  lost.dataset.stays = "";
};
document.addEventListener("htmx:sendError", failed);

const nextOpen = row => items()
  .slice(items().indexOf(row) + 1)
  .find(other => other.classList.contains("open") && !other.classList.contains("skipped"));

const goOn = (row, go) => {
  last = { id: row.id };
  go(nextOpen(row) || row);
  last.then = chosen;
  if (chosen !== row.id) return;
  showMore(() => {
    select(nextOpen(row) || row);
    last.then = chosen;
  });
};

document.addEventListener("htmx:afterRequest", event => {
  if (!posting(event)) return;
  const row = document.getElementById(event.detail.target.id);
  const before = busy.get(event.detail.target.id);
  busy.delete(event.detail.target.id);
  const status = event.detail.xhr.status;
  const said = row && $("[data-outcome]", row);
  if (said) announce(said.textContent);
  // Words that cannot be used stay to be mended; over a case that changed, the form is of no use any more.
  const mend = said && ask?.open && status === 409 && $("[name=version]", ask)?.value === row.dataset.version;
  if (mend) refuseWords(said.textContent);
  else ask?.close();
  if (!row || status !== 200 && status !== 409) {
    failed();
    return;
  }
  // Keeps the place of a reader who has moved on.
  const go = chosen === before ? select : () => {};
  if (status === 409 || !event.detail.requestConfig.path.endsWith("/decision")) {
    go(row);
  } else if (row.classList.contains("open")) {
    last = null;
    go(row);
  } else {
    goOn(row, go);
  }
  catchUp(row.dataset.case);
});
