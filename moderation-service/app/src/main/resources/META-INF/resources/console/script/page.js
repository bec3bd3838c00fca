// What every other module needs: finding, saying, loading.
export const $ = (selector, root = document) => root.querySelector(selector);
export const all = (selector, root = document) => [...root.querySelectorAll(selector)];
export const wide = window.matchMedia("(min-width: 60rem)");
export const queue = $("#queue");
export const rows = $("#rows");

document.documentElement.classList.add("js");

// Texts in the page's language; spanish.js is loaded for readers of Spanish. {1} is the first value.
export const say = (english, ...values) =>
  ((window.spanish || {})[english] || english).replace(/\{(\d)\}/g, (_, place) => values[place - 1]);

export const announce = text => {
  const place = $("#announce");
  place.textContent = "";
  setTimeout(() => {
    place.textContent = text;
  }, 50);
};

// Each place asks for itself: htmx lets one request at a time go out from a place, and of those that wait meanwhile
// only the newest. Were all of them the page's own, a case that is opened could be dropped for a count.
export const load = (url, place, swap = "innerHTML") => htmx.ajax("GET", url, { source: place, target: place, swap });

export const typing = target => target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");

// A fold of a case only hides what is less important: a form in it is no work before its own details are open.
const unfolded = (form, place) => {
  const fold = form.closest("details:not(.fold, .folded)");
  return fold?.open && place.contains(fold);
};

// What a finger or the mouse is pressing: replaced now, it would take the press to nowhere.
let pressed = null;
document.addEventListener("pointerdown", event => {
  pressed = event.target;
}, true);
const release = () => {
  pressed = null;
};
document.addEventListener("click", release, true);
// On a touch screen the click comes a moment after the finger has left, and after a scroll none comes.
["pointerup", "pointercancel"].forEach(sign => document.addEventListener(sign, () => setTimeout(release, 300), true));

// Does not replace what somebody presses or types, or has opened to type into.
export const atWork = place =>
  place.contains(pressed)
  || place.contains(document.activeElement) && typing(document.activeElement)
  || all("form", place).some(form => unfolded(form, place))
  || all("input:not([type=hidden]), textarea", place).some(field => field.value !== field.defaultValue);

document.addEventListener("htmx:beforeSwap", event => {
  if (new URL(event.detail.xhr.responseURL || location.href).pathname === "/sign-in") {
    event.detail.shouldSwap = false;
    location.href = "/sign-in";
  }
});
