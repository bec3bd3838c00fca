// If a case's form is refused, the message appears beside it and the typed text stays.
import { $, say } from "./page.js";
import { opened } from "./choice.js";
import { refreshCase } from "./shown.js";

const refuse = (form, sentence) => {
  $(".refused", form)?.remove();
  const place = document.createElement("p");
  place.className = "message problem refused";
  place.setAttribute("role", "alert");
  place.textContent = sentence;
  form.prepend(place);
};

const sentenceOf = async answer => {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return $(".problem", page)?.textContent.trim()
    || say("That did not reach the server, so nothing was changed. Reload the page and try again.");
};

const goTo = (answer, form) => {
  const pane = form.closest("#detail");
  const id = form.closest("[data-detail]").dataset.detail;
  const { pathname } = new URL(answer.url);
  if (pane && pathname === `/cases/${id}`) refreshCase(id, () => opened === id);
  else if (answer.url === location.href) location.reload();
  else {
    location.href = answer.url;
    if (pathname === location.pathname) location.reload();
  }
};

document.addEventListener("submit", async event => {
  const form = event.target;
  if (form.method !== "post" || !form.closest("[data-detail]") || form.matches(".actions, [hx-post]")) return;
  event.preventDefault();
  const button = event.submitter;
  button?.setAttribute("aria-disabled", "true");
  try {
    const answer = await fetch(button?.hasAttribute("formaction") ? button.formAction : form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form, button)),
    });
    if (answer.ok) goTo(answer, form);
    else refuse(form, await sentenceOf(answer));
  } catch {
    refuse(form, say("That did not reach the server, so nothing was changed. Reload the page and try again."));
  } finally {
    button?.removeAttribute("aria-disabled");
  }
});
