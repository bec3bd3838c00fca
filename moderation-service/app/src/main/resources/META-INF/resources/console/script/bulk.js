// The choice of several cases stays when their rows are replaced.
import { $, all, say } from "./page.js";

const bulkCount = $("#bulk-count");
const picked = new Set();

const showPicked = () => {
  const boxes = all("[form=bulk]");
  boxes.forEach(box => {
    box.checked = picked.has(box.value);
    box.closest(".row").classList.toggle("chosen", box.checked);
  });
  const count = boxes.filter(box => box.checked).length;
  $("#bulk").classList.toggle("idle", !count);
  bulkCount.textContent = count ? say("{1} chosen", count) : say("Tick cases to decide several at once.");
};

if (bulkCount) {
  all("[form=bulk]:checked").forEach(box => picked.add(box.value));
  document.addEventListener("change", event => {
    if (!event.target.matches("[form=bulk]")) return;
    picked[event.target.checked ? "add" : "delete"](event.target.value);
    showPicked();
  });
  document.addEventListener("htmx:afterSettle", showPicked);
  showPicked();
}
