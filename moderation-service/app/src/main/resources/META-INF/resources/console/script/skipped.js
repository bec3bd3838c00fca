// Skipped cases are remembered while this window is open.
import { announce, rows, say } from "./page.js";
import { items, move } from "./choice.js";

const MOST = 500;

const skipped = () => new Set((sessionStorage.getItem("skipped") || "").split(" ").filter(Boolean));
const markSkipped = () => items().forEach(row => row.classList.toggle("skipped", skipped().has(row.dataset.case)));
const skip = id => {
  sessionStorage.setItem("skipped", [...skipped().add(id)].slice(-MOST).join(" "));
  markSkipped();
};
export const skipCase = id => {
  skip(id);
  announce(say("Skipped."));
  if (rows) move(1);
};
markSkipped();
document.addEventListener("htmx:afterSettle", markSkipped);

document.addEventListener("click", event => {
  const found = event.target.closest("[data-ask], [data-skip], [data-unfold]");
  if (!found?.dataset.skip || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (rows) event.preventDefault();
  skipCase(found.dataset.skip);
});
