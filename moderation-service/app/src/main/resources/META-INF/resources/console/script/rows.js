// Fetches rows again when their case changes, one request per row at a time.
import { $, announce, load, say, typing } from "./page.js";
import { chosen } from "./choice.js";

// Rows with a form in progress, each with the row that was selected at the time.
export const busy = new Map();

const loading = new Set();

// Updates that arrived in the meantime are fetched afterward.
const again = new Map();

export const posting = event =>
  event.detail.requestConfig?.verb === "post" && event.detail.target?.matches(".row");

document.addEventListener("htmx:beforeRequest", event => {
  if (posting(event)) busy.set(event.detail.target.id, chosen);
});
document.addEventListener("htmx:beforeSwap", event => {
  const id = event.detail.target.id;
  // The answer to the form must find its row, and it contains a newer state of it.
  if (event.detail.requestConfig?.verb === "get" && busy.has(id)) {
    event.detail.shouldSwap = false;
    again.set(id.slice("case-".length), Infinity);
  }
});

// State that must survive when a row is replaced by its newer version.
const carryOver = (row, now, problem, focused) => {
  if (row.id === chosen && row.matches(".open") && !now.matches(".open")) {
    announce($(".decided", now)?.textContent || say("This case was decided just now."));
  }
  // An error message stays readable even if the case changes.
  if (problem && !$("[data-outcome]", now)) $("article", now).append(problem);
  // Does not bring back a reader who has moved to another case, because their next key would act on this one. The other
  // case's row may be replaced at the same moment, so that nothing has the focus.
  if (focused && now.id === chosen && document.activeElement === document.body) now.focus({ preventScroll: true });
};

export const refreshRow = (id, version = Infinity) => {
  const row = document.getElementById(`case-${id}`);
  if (!row || row.contains(document.activeElement) && typing(document.activeElement)) return;
  if (loading.has(id) || busy.has(row.id)) {
    again.set(id, Math.max(version, again.get(id) || 0));
    return;
  }
  const focused = row.contains(document.activeElement);
  const problem = $(".problem[data-outcome]", row);
  loading.add(id);
  const done = () => {
    loading.delete(id);
    const now = document.getElementById(`case-${id}`);
    if (now && now !== row) carryOver(row, now, problem, focused);
    catchUp(id);
  };
  load(`/cases/${id}/row`, row, "outerHTML").then(done, done);
};

export const catchUp = id => {
  const version = again.get(id);
  const row = document.getElementById(`case-${id}`);
  if (!version || busy.has(`case-${id}`) || loading.has(id)) return;
  again.delete(id);
  if (row && version > Number(row.dataset.version)) refreshRow(id, version);
};

// Copies may arrive by the hundreds; their row is fetched once for all of them.
const growing = new Map();
export const growLater = id => {
  if (growing.has(id)) return;
  const timer = setTimeout(() => {
    growing.delete(id);
    refreshRow(id);
  }, 1000);
  growing.set(id, timer);
};
