// Escalations: alarms on every page, clocks, and the panels of a case.
import { $, all, announce, atWork, load, say } from "./page.js";
import { tick } from "./clocks.js";

export const alarm = $("#alarm");
const refreshAlarm = () => alarm && load("/clocks/alarm", alarm);

// Updates are fetched once the reader is not working there.
const late = new Set();
const refreshConcern = id => {
  const place = $(`[data-concern="${id}"]`);
  late.delete(id);
  if (place && atWork(place)) late.add(id);
  else if (place) load(`/cases/${id}/concern`, place).then(tick);
};
document.addEventListener("htmx:beforeSwap", event => {
  const place = event.detail.target;
  if (!place.matches("[data-concern], #board, #clock-list") || !atWork(place)) return;
  event.detail.shouldSwap = false;
  if (place.dataset.concern) late.add(place.dataset.concern);
  else refreshListsSoon();
});
const refreshLate = () => setTimeout(() => [...late].forEach(refreshConcern));
["toggle", "focusout", "click"].forEach(sign => document.addEventListener(sign, refreshLate, true));

const clockList = $("#clock-list");
const refreshClocks = () => {
  if (clockList && !clockList.contains(document.activeElement)) {
    load("/clocks/list", clockList).then(tick);
  }
};

const board = $("#board");
const refreshBoard = () => {
  if (!board || board.contains(document.activeElement) || atWork(board)) return;
  const cards = all(".card", board);
  // What a person has unfolded to read stays unfolded. The request says so to the server, because one update can
  // overtake another.
  const kept = (sign, is) => cards.filter(is).map(card => [sign, card.dataset.case]);
  const shown = [...kept("open", card => $(".folded", card)?.open), ...kept("read", card => $(".said", card))];
  load(`/my-building/list?${new URLSearchParams(shown)}`, board).then(() => {
    tick();
    if (all(".card", board).length > cards.length) announce(say("A new case waits for an answer."));
  });
};

const refreshLists = () => {
  refreshAlarm();
  refreshClocks();
  refreshBoard();
};
let refreshing = 0;
const refreshListsSoon = () => {
  clearTimeout(refreshing);
  refreshing = setTimeout(refreshLists, 300);
};
export const refreshEscalations = changes => {
  refreshListsSoon();
  new Set(changes.map(change => change.caseId)).forEach(refreshConcern);
};
// A clock runs out without an event.
if (alarm) setInterval(refreshLists, 30000);
