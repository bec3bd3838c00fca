// Who looks at what: shows others' claims, and reports this reader's while they are active.
import { $, all, announce, queue, say } from "./page.js";
import { opened } from "./choice.js";

// Empty for readers, who claim nothing.
const me = queue?.dataset.me || $("#case-page")?.dataset.me || "";
let claims = new Map();
let heardClaims = false;

const showLooks = () => all("[data-looks]").forEach(place => {
  const claim = claims.get(place.dataset.looks);
  const name = document.createElement("bdi");
  name.textContent = claim?.displayName || "";
  place.hidden = !claim;
  place.classList.toggle("mine", claim?.userName === me);
  if (claim?.userName === me) place.textContent = say("You're reviewing this.");
  else if (claim) place.replaceChildren(name, say(" is reviewing this."));
});

export const hearClaims = list => {
  heardClaims = true;
  const before = claims;
  claims = new Map(list.map(claim => [claim.caseId, claim]));
  showLooks();
  const here = $("#case-page")?.dataset.case || opened;
  const other = here && claims.get(here);
  if (other && other.userName !== me && before.get(here)?.userName !== other.userName) {
    announce(say("{1} is reviewing this.", other.displayName));
  }
};
document.addEventListener("htmx:afterSettle", () => {
  if (heardClaims) showLooks();
});

let worked = true;
const noteWork = () => {
  worked = true;
};
["keydown", "pointerdown", "scroll"].forEach(sign =>
  document.addEventListener(sign, noteWork, { passive: true, capture: true }));

const sayActive = () => {
  const token = $('input[name="form-token"]');
  if (!worked || !token || document.hidden) return;
  worked = false;
  const open = $("#case-page") || $("[data-detail]");
  const fields = { "form-token": token.value };
  if (open) fields.case = open.dataset.case || open.dataset.detail;
  fetch("/claims/active", { method: "POST", body: new URLSearchParams(fields), redirect: "manual" }).catch(noteWork);
};
if (me) setInterval(sayActive, 30000);
