// Acts that need a form: a note, a clause, an escalation.
import { $, load } from "./page.js";

export const ask = $("#ask");
let asking = false;

export const asked = url => {
  if (asking) return;
  asking = true;
  const show = () => {
    asking = false;
    if (!$("#ask-body [name=note]")) return;
    ask.showModal();
    $("#ask-body [name=note]").focus();
  };
  load(url, $("#ask-body")).then(show, () => {
    asking = false;
  });
};

export const refuseWords = sentence => {
  const place = $("#ask-problem") || document.createElement("p");
  place.id = "ask-problem";
  place.className = "message problem";
  place.textContent = sentence;
  $("#ask-body form").prepend(place);
};

const unfold = id => {
  const place = document.getElementById(id);
  place.open = true;
  place.scrollIntoView({ block: "nearest" });
  $("[name=note]", place).focus();
};

document.addEventListener("click", event => {
  const found = event.target.closest("[data-ask], [data-skip], [data-unfold]");
  if (!found || found.dataset.skip || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (found.dataset.ask && !ask) return;
  if (found.matches("details[open] > summary")) return;
  event.preventDefault();
  if (found.dataset.ask) asked(found.dataset.ask);
  else unfold(found.dataset.unfold);
});
