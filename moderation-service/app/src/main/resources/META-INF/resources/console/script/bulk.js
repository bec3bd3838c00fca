// The choice of several cases stays when their rows are replaced. The bar offers what at least one of them allows.
import { $, all, say } from "./page.js";

const bulk = $("#bulk");
const bulkCount = $("#bulk-count");
const picked = new Set();

const allows = (row, decision) => (row.dataset.choices || "").split(" ").some(offer => offer.endsWith(`:${decision}`));

const showPicked = () => {
  const boxes = all("[form=bulk]");
  boxes.forEach(box => {
    box.checked = picked.has(box.value);
    box.closest(".row").classList.toggle("chosen", box.checked);
  });
  const chosen = boxes.filter(box => box.checked).map(box => box.closest(".row"));
  bulk.hidden = !chosen.length;
  bulkCount.textContent = say("{1} selected", chosen.length);
  all("[name=decision]", bulk).forEach(button => {
    button.hidden = !chosen.some(row => allows(row, button.value));
  });
  all("[data-needs]", bulk).forEach(button => {
    button.hidden = !chosen.some(row => row.dataset.state === button.dataset.needs);
  });
};

if (bulkCount) {
  all("[form=bulk]:checked").forEach(box => picked.add(box.value));
  document.addEventListener("change", event => {
    if (!event.target.matches("[form=bulk]")) return;
    picked[event.target.checked ? "add" : "delete"](event.target.value);
    showPicked();
  });
  $("#bulk-clear").addEventListener("click", () => {
    picked.clear();
    showPicked();
  });
  document.addEventListener("htmx:afterSettle", showPicked);
  showPicked();
}
