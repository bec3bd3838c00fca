// A frame in a picture follows the numbers of the form that covers a part of it, and the mouse sets them.
import { $, all } from "./page.js";

const form = $("#covering");
const field = name => form.elements[name];
const share = name => Math.min(100, Math.max(0, Number(field(name).value) || 0)) / 100;
const chosen = () => $(`figure.picture[data-file$="/${CSS.escape(field("picture").value)}/file"]:not(.veiled)`);

const show = () => {
  for (const old of all(".cover-frame")) old.remove();
  const figure = chosen();
  if (!figure) return;
  const image = $("img", figure);
  const frame = document.createElement("span");
  frame.className = "cover-frame";
  frame.style.left = `${image.offsetLeft + image.offsetWidth * share("left")}px`;
  frame.style.top = `${image.offsetTop + image.offsetHeight * share("top")}px`;
  frame.style.width = `${image.offsetWidth * Math.max(0, share("right") - share("left"))}px`;
  frame.style.height = `${image.offsetHeight * Math.max(0, share("bottom") - share("top"))}px`;
  figure.append(frame);
};

// Halves of a percent, as the fields have them.
const at = (event, image) => {
  const box = image.getBoundingClientRect();
  const percent = part => Math.round(Math.min(1, Math.max(0, part)) * 200) / 2;
  return [percent((event.clientX - box.left) / box.width), percent((event.clientY - box.top) / box.height)];
};

const set = ([x, y], [otherX, otherY]) => {
  field("left").value = Math.min(x, otherX);
  field("right").value = Math.max(x, otherX);
  field("top").value = Math.min(y, otherY);
  field("bottom").value = Math.max(y, otherY);
  show();
};

if (form) {
  let start = null;
  form.addEventListener("input", show);
  // Images are loaded when they are shown or blurred; this does not bubble.
  document.addEventListener("load", show, true);
  window.addEventListener("resize", show);

  const image = event => event.target.closest?.("figure.picture:not(.veiled) img");
  document.addEventListener("dragstart", event => {
    if (image(event)) event.preventDefault();
  });
  document.addEventListener("pointerdown", event => {
    const pressed = image(event);
    const key = pressed?.closest("figure").dataset.file.split("/").at(-2);
    const picture = [...field("picture").options].some(option => option.value === key);
    if (!picture || event.button !== 0) return;
    field("picture").value = key;
    start = { image: pressed, from: at(event, pressed) };
  });
  document.addEventListener("pointermove", event => {
    if (start) set(start.from, at(event, start.image));
  });
  ["pointerup", "pointercancel"].forEach(end => document.addEventListener(end, () => {
    start = null;
  }));
}
