// Below each picture stands the form that covers a part of it. A frame in that picture follows the numbers of its form, and
// the mouse sets them.
import { $, all } from "./page.js";

const places = all(".covered-picture").filter(place => $(".covering", place));
const details = place => $(".covering", place);
const field = (place, name) => $(`[name=${name}]`, details(place));
const share = (place, name) => Math.min(100, Math.max(0, Number(field(place, name).value) || 0)) / 100;
// A frame of a video has another address: no part of it is covered.
const image = place => $('figure.picture[data-file$="/file"]:not(.veiled) img', place);
const placeOf = event => places.find(place => place.contains(event.target));

const show = place => {
  for (const old of all(".cover-frame", place)) old.remove();
  const shown = image(place);
  if (!shown || !details(place).open) return;
  const frame = document.createElement("span");
  frame.className = "cover-frame";
  frame.style.left = `${shown.offsetLeft + shown.offsetWidth * share(place, "left")}px`;
  frame.style.top = `${shown.offsetTop + shown.offsetHeight * share(place, "top")}px`;
  frame.style.width = `${shown.offsetWidth * Math.max(0, share(place, "right") - share(place, "left"))}px`;
  frame.style.height = `${shown.offsetHeight * Math.max(0, share(place, "bottom") - share(place, "top"))}px`;
  shown.closest("figure").append(frame);
};

// Halves of a percent, as the fields have them.
const at = (event, shown) => {
  const box = shown.getBoundingClientRect();
  const percent = part => Math.round(Math.min(1, Math.max(0, part)) * 200) / 2;
  return [percent((event.clientX - box.left) / box.width), percent((event.clientY - box.top) / box.height)];
};

const set = (place, [x, y], [otherX, otherY]) => {
  field(place, "left").value = Math.min(x, otherX);
  field(place, "right").value = Math.max(x, otherX);
  field(place, "top").value = Math.min(y, otherY);
  field(place, "bottom").value = Math.max(y, otherY);
  show(place);
};

// The picture that someone looks at: where the focus is, or the mouse, or most of what is in sight.
const inSight = place => {
  const box = place.getBoundingClientRect();
  return Math.min(box.bottom, window.innerHeight) - Math.max(box.top, 0);
};
const lookedAt = () => places.find(place => place.contains(document.activeElement))
  || places.find(place => place.matches(":hover"))
  || places.reduce((most, place) => inSight(place) > inSight(most) ? place : most);

if (places.length) {
  let start = null;
  const showOf = event => {
    const place = placeOf(event);
    if (place) show(place);
  };
  document.addEventListener("input", showOf);
  // Images are loaded when they are shown or blurred; this does not bubble, nor does the opening of a form.
  document.addEventListener("load", showOf, true);
  document.addEventListener("toggle", showOf, true);
  window.addEventListener("resize", () => places.forEach(show));

  $("#cover")?.addEventListener("click", event => {
    event.preventDefault();
    const place = lookedAt();
    details(place).open = true;
    field(place, "left").focus();
    if (place.offsetHeight <= window.innerHeight) place.scrollIntoView({ block: "nearest" });
  });

  const pressed = event => {
    const place = placeOf(event);
    return place && event.target === image(place) && place;
  };
  document.addEventListener("dragstart", event => {
    if (pressed(event)) event.preventDefault();
  });
  document.addEventListener("pointerdown", event => {
    const place = pressed(event);
    if (!place || event.button !== 0) return;
    details(place).open = true;
    start = { place, image: event.target, from: at(event, event.target) };
  });
  document.addEventListener("pointermove", event => {
    if (start) set(start.place, start.from, at(event, start.image));
  });
  ["pointerup", "pointercancel"].forEach(end => document.addEventListener(end, () => {
    start = null;
  }));
}
