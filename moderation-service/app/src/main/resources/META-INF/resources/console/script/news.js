// Applies changes of cases to the queue and to the page of a case.
import { $, announce, load, queue, rows, say } from "./page.js";
import { items, selectFirst } from "./choice.js";
import { refreshEscalations } from "./escalations.js";
import { refreshPane } from "./pane.js";
import { busy, growLater, refreshRow } from "./rows.js";

const FILTERED = ["urgency", "building", "account", "platform", "category", "clause", "language"];

// Cases that the list does not show yet.
const fresh = new Set();
const pill = $("#pill");
const filters = () => new URLSearchParams(queue.dataset.query);
const inList = (change, state) => change.open && {
  open: change.opened,
  unconfirmed: change.opened && change.unconfirmed,
  "danger-lane": change.lane,
  failed: change.actionState === "failed",
}[state];
const fits = change => {
  const set = filters();
  return inList(change, set.get("state")) && FILTERED.every(name => !set.get(name) || set.get(name) === change[name]);
};

const refreshList = () => {
  fresh.clear();
  pill.hidden = true;
  return load(`/queue?${queue.dataset.query}`, rows);
};
pill?.addEventListener("click", () => {
  refreshList().then(selectFirst);
  announce(say("The queue is up to date."));
  rows.scrollTop = 0;
});

// Changes come in bursts; the reader's own acts are counted immediately.
let recounting = 0;
export const recount = (wait = 400) => {
  clearTimeout(recounting);
  recounting = setTimeout(() => {
    if ($("#counts").contains(document.activeElement) || $("#counts .menu[open]")) return;
    load(`/queue/counts?${queue.dataset.query}`, $("#counts"));
  }, wait);
};

const hearRow = (row, change, seen) => {
  // Deciding the first of similar cases leaves the others, which had no rows.
  if (!change.open && row.dataset.fold && $(".alike", row) && !busy.has(row.id)) fresh.add(row.dataset.fold);
  if (!seen.has(change.caseId) && change.version > row.dataset.version) refreshRow(change.caseId, change.version);
  seen.add(change.caseId);
};

const hearInQueue = changes => {
  const seen = new Set();
  const grown = new Set();
  for (const change of changes) {
    const row = document.getElementById(`case-${change.caseId}`);
    if (row) {
      hearRow(row, change, seen);
    } else if (fits(change)) {
      const like = change.fold && $(`.row.open[data-fold="${change.fold}"]`, rows);
      if (like) grown.add(like.dataset.case);
      else fresh.add(change.caseId);
    }
  }
  grown.forEach(id => growLater(id));
  recount();
};

const offerFresh = () => {
  if (queue.dataset.live !== "true" || queue.dataset.first !== "true" || !fresh.size) return;
  announce(say("{1} new in the queue.", fresh.size));
  // Nothing moves while a reader works: only an empty list fills itself.
  if (!items().length) {
    refreshList().then(() => document.hasFocus() && selectFirst());
  } else {
    pill.textContent = say("{1} new", fresh.size);
    pill.hidden = false;
  }
};

export const hear = changes => {
  refreshEscalations(changes);
  const page = $("#case-page");
  const isNewer = change => change.caseId === page.dataset.case && change.version > page.dataset.version;
  if (page && changes.some(isNewer)) $("#stale").hidden = false;
  if (!queue) return;
  // While a decision is being saved, its answer says what the pane shows next.
  changes.filter(change => !busy.has(`case-${change.caseId}`))
    .forEach(change => refreshPane(change.caseId, change.version));
  hearInQueue(changes);
  offerFresh();
};
