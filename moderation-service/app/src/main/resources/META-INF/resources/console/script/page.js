// Functions that every other module needs: finding elements, texts, loading.
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

// Each element sends its own request: htmx sends one at a time per element and keeps only the newest of those that
// wait. If all requests came from the page, opening a case could be dropped in favor of a count.
export const load = (url, place, swap = "innerHTML") => htmx.ajax("GET", url, { source: place, target: place, swap });

export const typing = target => target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");

// A fold in a case only hides less important parts: a form in it does not count as work until its own details are open.
const unfolded = (form, place) => {
  const fold = form.closest("details:not(.fold, .folded)");
  return fold?.open && place.contains(fold);
};

// The element under a pressed finger or mouse button: if it were replaced now, the press would be lost.
let pressed = null;
document.addEventListener("pointerdown", event => {
  pressed = event.target;
}, true);
const release = () => {
  pressed = null;
};
document.addEventListener("click", release, true);
// On a touch screen the click comes a moment after the finger has left, and after a scroll there is none.
["pointerup", "pointercancel"].forEach(sign => document.addEventListener(sign, () => setTimeout(release, 300), true));

// Does not replace an element that the reader presses, types into, or has opened to type into.
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

// Tells the console what a page loads while nobody touches it: an open page alone keeps nobody signed in.
const ATTENDED = 60000;
let touched = Date.now();
["keydown", "pointerdown", "wheel", "touchstart"].forEach(sign => document.addEventListener(sign, () => {
  touched = Date.now();
}, { passive: true, capture: true }));
document.addEventListener("htmx:configRequest", event => {
  if (Date.now() - touched > ATTENDED) event.detail.headers.Unattended = "yes";
});

// htmx keeps the address of the page for its history, which is off: the address may hold words that were searched.
sessionStorage.removeItem("htmx-current-path-for-history");

// Keeps the queue's filters for this tab, but no words that were searched: they may name a person.
export const remember = query => {
  const kept = new URLSearchParams(query);
  kept.delete("q");
  sessionStorage.setItem("queue", kept.toString());
};

// Nobody is signed in there: forgets what the last reader looked at and skipped.
if (location.pathname === "/sign-in") sessionStorage.clear();
