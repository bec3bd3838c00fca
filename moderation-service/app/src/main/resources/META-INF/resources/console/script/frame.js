// Menus, and the way back to the queue.
import { $, all, queue, remember } from "./page.js";

// A menu closes when the reader leaves it.
document.addEventListener("click", event => {
  all("details.menu[open]").forEach(menu => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});
document.addEventListener("keydown", event => {
  const menu = event.key === "Escape" && event.target.closest?.("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  $("summary", menu).focus();
});

// Keeps the current page visible in an area's list of pages, which scrolls if it does not fit.
const here = $(".area [aria-current]");
const area = here?.closest(".area");
if (area) area.scrollLeft = here.offsetLeft - (area.clientWidth - here.offsetWidth) / 2;

// The next case follows the filters of the queue that this tab showed last.
if (queue) remember(queue.dataset.query);
const shown = sessionStorage.getItem("queue");
if (!queue && shown) {
  all("form.take").forEach(form => {
    form.action = `/queue/next?${shown}`;
  });
  all("[data-back]").forEach(link => {
    link.href = `/queue?${shown}`;
  });
}
