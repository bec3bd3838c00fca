// The numbers of the menu, the title of the window and its icon stay up to date.
import { $, all } from "./page.js";
import { alertUrgent } from "./alerts.js";

const SOON = 1000;
const NOW_AND_THEN = 30000;
const plain = document.title.replace(/^\(\d+\+?\) /, "");
const icon = $("link[rel=icon]");
const inMenu = () => Number($("[data-count=urgent] b")?.textContent || 0);

// The last known state of this window, so that a case that arrived while a page was loading is reported, too.
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

// Changes come in bursts: one request after the first covers all of them. The reader's own acts are counted
// immediately.
let counting = 0;
export const recountMenu = (wait = SOON) => {
  if (counting && wait) return;
  clearTimeout(counting);
  counting = setTimeout(() => {
    counting = 0;
    fetch("/menu/counts", { redirect: "manual", headers: { Unattended: "yes" } })
      .then(answer => answer.ok ? answer.json().then(show) : null)
      .catch(() => null);
  }, wait);
};

if ($("[data-count=urgent]")) {
  showUrgent(inMenu());
  // A clock runs out without an event.
  setInterval(() => recountMenu(), NOW_AND_THEN);
}
