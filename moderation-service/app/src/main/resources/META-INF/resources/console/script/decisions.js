// Moves on to the next case after a decision, and undoes a decision.
import { $, announce, load, queue, rows, say, wide } from "./page.js";
import { choice, decide, press } from "./acts.js";
import { answered, chosen, current, items, select, selectFirst, showMore } from "./choice.js";
import { recount } from "./news.js";
import { refreshPane } from "./pane.js";
import { askAhead } from "./shown.js";
import { busy, catchUp, posting } from "./rows.js";
import { recountMenu } from "./title.js";
import { toast } from "./toasts.js";
import { ask, refuseWords } from "./words.js";

// The decisions of this window, the newest last, each with the row that followed its own.
const done = [];
const decidedList = () => new URLSearchParams(queue?.dataset.query).get("state") === "decided";

const takeBack = async entry => {
  done.splice(done.indexOf(entry), 1);
  if (!document.getElementById(entry.id)) {
    const next = document.getElementById(entry.next);
    $("#empty")?.remove();
    await load(`/cases/${entry.id.slice("case-".length)}/row`, next || rows, next ? "beforebegin" : "afterbegin");
  }
  const row = document.getElementById(entry.id);
  // Undoes only this window's own decisions, so that another person's later decision is not undone unseen.
  if (row && choice(row, "u")) press(row, "undo", entry.version);
  else announce(say("There is no decision to undo here."));
};

export const undo = () => {
  const here = $("#case-page") || current();
  if (done.length && !decidedList() && !$("#case-page")) takeBack(done.at(-1));
  else if (here && (here.matches("#case-page") || choice(here, "u"))) decide(here, "u");
  else announce(say("There is no decision to undo here."));
};

const failed = () => {
  const lost = $("#lost");
  lost.textContent = say("That did not reach the server, so nothing was changed. Reload the page and try again.");
  lost.hidden = false;
  lost.dataset.stays = "";
};
document.addEventListener("htmx:sendError", failed);

const nextOpen = row => {
  const list = items();
  const waits = other => other !== row && other.classList.contains("open") && !other.classList.contains("skipped");
  const at = list.indexOf(row);
  return list.slice(at + 1).find(waits) || list.slice(0, at).reverse().find(waits);
};

// An undo stays with its case.
document.addEventListener("htmx:beforeRequest", event => {
  if (!posting(event) || event.detail.target.id !== chosen) return;
  const { path, parameters } = event.detail.requestConfig;
  if (path.endsWith("/decision") && parameters.decision !== "undo") askAhead(nextOpen(event.detail.target));
});

const leave = row => {
  row.remove();
  if (!items().length) load(`/queue?${queue.dataset.query}`, rows).then(selectFirst);
  else if (!current()) selectFirst();
};

// The decided row is removed, and the next one is selected in its place.
const goOn = (row, said, go) => {
  const entry = { id: row.id, next: row.nextElementSibling?.id, version: row.dataset.version };
  const leaves = rows && queue && !decidedList();
  done.push(entry);
  toast(said, () => takeBack(entry));
  const follow = () => {
    go(nextOpen(row));
    if (leaves) leave(row);
  };
  if (chosen === row.id && !nextOpen(row) && $(".next .button", rows)) showMore(follow);
  else follow();
};

document.addEventListener("htmx:afterRequest", event => {
  if (!posting(event)) return;
  const row = document.getElementById(event.detail.target.id);
  const before = busy.get(event.detail.target.id);
  busy.delete(event.detail.target.id);
  const status = event.detail.xhr.status;
  const said = row && $("[data-outcome]", row);
  if (said) announce(said.textContent);
  // Rejected input stays so that it can be corrected; if the case has changed, the form is no longer useful.
  const mend = said && ask?.open && status === 409 && $("[name=version]", ask)?.value === row.dataset.version;
  if (mend) refuseWords(said.textContent);
  else ask?.close();
  if (!row || status !== 200 && status !== 409) {
    failed();
    return;
  }
  answered(row);
  const path = event.detail.requestConfig.path;
  // Keeps the position of a reader who has moved on.
  const go = chosen === before ? select : () => {};
  if (status === 409 || !path.endsWith("/decision") || row.classList.contains("open")) {
    if (status === 409 && !mend || row.classList.contains("open") && path.endsWith("/decision")) toast(said?.textContent || "");
    (path.endsWith("/decision") && status === 200 ? select : go)(row, wide.matches);
    refreshPane(row.dataset.case, Infinity);
  } else {
    goOn(row, said?.textContent || "", go);
  }
  catchUp(row.dataset.case);
  if (queue) recount(0);
  recountMenu(0);
});
