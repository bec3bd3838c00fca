// Comments stay blurred until clicked: looks.js set the class before anything was displayed. Pictures always stay
// blurred; the page has only their colors until someone asks for one.
import { $, all, announce, rows, say } from "./page.js";

const looks = document.documentElement.classList;
const blurSwitch = $("#blur-on");
if (blurSwitch) {
  blurSwitch.checked = looks.contains("blurred");
  blurSwitch.addEventListener("change", () => {
    localStorage.setItem("blur", blurSwitch.checked ? "on" : "off");
    looks.toggle("blurred", blurSwitch.checked);
  });
}

const look = (picture, shown) => {
  const image = $("img", picture);
  picture.dataset.veil ||= image.src;
  image.src = shown ? picture.dataset.file : picture.dataset.veil;
  picture.classList.toggle("veiled", !shown);
  $("button", picture).textContent = shown ? say("Blur the picture") : say("Show the picture");
};

export const reveal = scope => {
  const places = [scope, rows && $("#detail .case")].filter(Boolean);
  const pictures = places.flatMap(place => all("figure.picture", place));
  // What is not kept here comes blurred, and is shown with the next press.
  const unasked = places.flatMap(place => all("form[data-fetch]", place));
  unasked.forEach(form => form.requestSubmit());
  if (!looks.contains("blurred") && !pictures.length && !unasked.length) {
    announce(say("Nothing is blurred here. Keys has a switch to blur text."));
    return;
  }
  const shown = pictures.some(picture => picture.classList.contains("veiled"));
  pictures.forEach(picture => look(picture, shown));
  if (looks.contains("blurred")) places.forEach(place => place.classList.toggle("revealed"));
};

document.addEventListener("click", event => {
  const picture = event.target.closest("figure.picture button, figure.picture.veiled img")?.closest(".picture");
  if (picture) look(picture, picture.classList.contains("veiled"));
});

// Errors of pictures do not bubble.
document.addEventListener("error", event => {
  const picture = event.target.closest?.("figure.picture:not(.veiled)");
  if (!picture) return;
  look(picture, false);
  announce(say("This picture can't be shown. Reload the page to see why."));
}, true);

// A second click does not hide the text again, because clicks also select text.
document.addEventListener("click", event => {
  const said = looks.contains("blurred") && event.target.closest(".said, .quotes");
  if (said) (said.closest(".row, .case") || said).classList.add("revealed");
});
