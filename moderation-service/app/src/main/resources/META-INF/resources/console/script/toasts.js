// Messages about the last act, shown at the edge for some seconds, with an undo.
import { $, say } from "./page.js";

const SECONDS = 8;
const place = $("#toasts");

const button = (words, act, name) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `small ${name}`;
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
};

// The text is one short sentence, and only ever text. With undo, a button does that. A toast disappears after some
// seconds without the pointer or the focus on it.
export const toast = (text, undo) => {
  const box = document.createElement("div");
  const words = document.createElement("p");
  const gone = () => box.remove();
  box.className = "toast";
  words.textContent = text;
  box.append(words);
  if (undo) {
    box.append(button(say("Undo"), () => {
      gone();
      undo();
    }, "undo"));
  }
  box.append(button(say("Close"), gone, "close"));
  place.replaceChildren(box);
  const later = () => setTimeout(() => {
    if (box.matches(":hover, :focus-within")) later();
    else gone();
  }, SECONDS * 1000);
  later();
  return box;
};

document.addEventListener("click", event => {
  const example = event.target.closest("[data-toast]");
  if (example) toast(example.dataset.toast, () => {});
});
