// Choose words of an item's text: with the mouse, or word by word with the arrow keys.
import { $, all } from "./page.js";

const text = $("#text");
const chosen = $("#chosen");

// Where each word starts and ends. The server counts words the same way.
const words = () => [...text.textContent.matchAll(/\S+/g)].map(word => [word.index, word.index + word[0].length]);

// The text is in pieces, because some are marked.
const place = (offset, atEnd) => {
  const pieces = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let left = offset;
  while (pieces.nextNode()) {
    const length = pieces.currentNode.length;
    if (atEnd ? left <= length : left < length) return [pieces.currentNode, left];
    left -= length;
  }
  return [text, text.childNodes.length];
};

const offset = (node, within) => {
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(node, within);
  return before.toString().length;
};

const show = (from, to) => {
  const found = words();
  for (const field of all("[name=first]")) {
    field.value = from + 1;
  }
  for (const field of all("[name=last]")) {
    field.value = to + 1;
  }
  chosen.textContent = text.textContent.slice(found[from][0], found[to][1]);
};

const select = (from, to) => {
  const found = words();
  const range = document.createRange();
  range.setStart(...place(found[from][0], false));
  range.setEnd(...place(found[to][1], true));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  show(from, to);
};

if (text && chosen) {
  // The last word that was reached grows or shrinks a choice; the first one stays.
  let anchor = 0;
  let reached = -1;

  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0);
    const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    const touched = words().map((word, i) => word[1] > start && word[0] < end ? i : -1).filter(i => i >= 0);
    if (touched.length) show(touched[0], touched.at(-1));
  });

  text.addEventListener("keydown", event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || !step && event.key !== "Enter") return;
    event.preventDefault();
    if (event.key === "Enter") {
      $("#ground").focus();
      return;
    }
    reached = Math.max(0, Math.min(words().length - 1, reached + step));
    if (!event.shiftKey) anchor = reached;
    select(Math.min(anchor, reached), Math.max(anchor, reached));
  });
}
