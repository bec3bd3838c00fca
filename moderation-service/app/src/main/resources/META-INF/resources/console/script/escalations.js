// Escalations: alarms on every page, clocks, and the panels of a case.
import { $, all, announce, atWork, load, say } from "./page.js";
import { tick } from "./clocks.js";

export const alarm = $("#alarm");
const refreshAlarm = () => alarm && load("/clocks/alarm", alarm);

// Updates are fetched once nobody is working there.
const late = new Set();
const refreshConcern = id => {
  const place = $(`[data-concern="${id}"]`);
  late.delete(id);
  if (place && atWork(place)) late.add(id);
  else if (place) load(`/cases/${id}/concern`, place).then(tick);
};
document.addEventListener("htmx:beforeSwap", event => {
  const place = event.detail.target;
  if (!place.matches("[data-concern]") || !atWork(place)) return;
  event.detail.shouldSwap = false;
  late.add(place.dataset.concern);
});
const refreshLate = () => setTimeout(() => [...late].forEach(refreshConcern));
["toggle", "focusout"].forEach(sign => document.addEventListener(sign, refreshLate, true));

const clockList = $("#clock-list");
const refreshClocks = () => {
  if (clockList && !clockList.contains(document.activeElement)) {
    load("/clocks/list", clockList).then(tick);
  }
};

const board = $("#board");
const refreshBoard = () => {
  if (!board || board.contains(document.activeElement) || atWork(board)) return;
  const before = all(".card", board).length;
  const open = all(".card", board).filter(card => $(".folded", card)?.open).map(card => card.id);
  load("/my-building/list", board).then(() => {
    tick();
    all(".card", board).filter(card => open.includes(card.id)).forEach(card => $(".folded", card).open = true);
    if (all(".card", board).length > before) announce(say("A new case waits for an answer."));
  });
};

const refreshLists = () => {
  refreshAlarm();
  refreshClocks();
  refreshBoard();
};
let refreshing = 0;
export const refreshEscalations = changes => {
  clearTimeout(refreshing);
  refreshing = setTimeout(refreshLists, 300);
  new Set(changes.map(change => change.caseId)).forEach(refreshConcern);
};
// A clock runs out without an event.
if (alarm) setInterval(refreshLists, 30000);
