// The menu, and the way back to the queue.
import { $, all, queue } from "./page.js";

const more = $("#more");
document.addEventListener("click", event => {
  if (more?.open && !more.contains(event.target)) more.open = false;
});
more?.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  more.open = false;
  $("summary", more).focus();
});

// The next case follows the filters of the queue that this tab showed last.
if (queue) sessionStorage.setItem("queue", queue.dataset.query);
const shown = sessionStorage.getItem("queue");
if (!queue && shown) {
  all("form.take").forEach(form => {
    form.action = `/queue/next?${shown}`;
  });
  all("[data-back]").forEach(link => {
    link.href = `/queue?${shown}`;
  });
}
