// The numbers of the menu, the title of the window and its icon follow what happens.
import { $, all } from "./page.js";
import { alertUrgent } from "./alerts.js";

const SOON = 1000;
const NOW_AND_THEN = 30000;
const plain = document.title.replace(/^\(\d+\+?\) /, "");
const icon = $("link[rel=icon]");
const inMenu = () => Number($("[data-count=urgent] b")?.textContent || 0);

// What this window knew last, so that a case which came while a page was loading is told, too.
const known = () => Number(sessionStorage.getItem("urgent") ?? inMenu());

const showUrgent = urgent => {
  if (urgent > known()) alertUrgent(urgent);
  sessionStorage.setItem("urgent", urgent);
  document.title = urgent ? `(${urgent}) ${plain}` : plain;
  icon.href = urgent ? "/console/icon-urgent.svg" : "/console/icon.svg";
};

const show = counts => {
  for (const [code, number] of Object.entries(counts)) {
    all(`[data-count=${code}]`).forEach(badge => {
      badge.hidden = !number;
      $("b", badge).textContent = number;
    });
  }
  showUrgent(counts.urgent);
};

// Changes come in heaps: one question after the first of them tells all. What somebody did here is counted at once.
let counting = 0;
export const recountMenu = (wait = SOON) => {
  if (counting && wait) return;
  clearTimeout(counting);
  counting = setTimeout(() => {
    counting = 0;
    fetch("/menu/counts", { redirect: "manual" })
      .then(answer => answer.ok ? answer.json().then(show) : null)
      .catch(() => null);
  }, wait);
};

if ($("[data-count=urgent]")) {
  showUrgent(inMenu());
  // A clock runs out without an event.
  setInterval(() => recountMenu(), NOW_AND_THEN);
}
