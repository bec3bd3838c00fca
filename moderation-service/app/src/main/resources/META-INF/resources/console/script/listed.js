// Items that are read in a list: keys move from the box of one to that of the next.
import { $, all } from "./page.js";

export const boxes = all(".listed input[type=checkbox]");

export const step = by => {
  const at = boxes.indexOf(document.activeElement);
  const to = boxes[at < 0 ? 0 : Math.max(0, Math.min(boxes.length - 1, at + by))];
  to.focus({ preventScroll: true });
  to.closest("li").scrollIntoView({ block: "nearest" });
};

// Enter on a box would press the first button, and release the list.
boxes.forEach(box => box.addEventListener("keydown", event => {
  if (event.key === "Enter") event.preventDefault();
}));

// The answer to a second press would say that nothing was saved, although the first saved it.
let sent = false;
$("form.listed")?.addEventListener("submit", event => {
  if (sent) event.preventDefault();
  sent = true;
});
window.addEventListener("pageshow", () => {
  sent = false;
});
