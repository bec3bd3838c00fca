// The action of a key or a button on a case: a decision is sent immediately, other acts ask for a reason first.
import { $, announce, say } from "./page.js";
import { paneOf } from "./pane.js";
import { look, overtaken, seenVersion } from "./choice.js";
import { busy } from "./rows.js";
import { skipCase } from "./skipped.js";
import { toast } from "./toasts.js";
import { asked } from "./words.js";

export const choice = (row, key) =>
  (row.dataset.choices || "").split(" ").map(offer => offer.split(":")).find(([offered]) => offered === key)?.[1];

// Sent by an element of its own: htmx would let the row send it after the refresh in progress, which replaces the row,
// and what a replaced element waits to send is never sent.
const sender = () => {
  const element = document.createElement("span");
  element.hidden = true;
  document.body.append(element);
  return element;
};

const post = (row, path, values) => {
  const token = $('input[name="form-token"]');
  const source = sender();
  const done = () => source.remove();
  htmx.ajax("POST", `/cases/${row.dataset.case}/${path}`, {
    source,
    target: row,
    swap: "outerHTML",
    values: { [token.name]: token.value, ...values },
  }).then(done, done);
};

const versionSeen = row => seenVersion(row, paneOf(row.dataset.case));

export const press = (row, decision, version = versionSeen(row)) =>
  post(row, row.dataset.alike ? "alike/decision" : "decision", {
    decision,
    version,
    ...row.dataset.alike && { alike: row.dataset.alike },
  });

const others = {
  l: row => post(row, "claim", {}),
  m: row => asked(`/cases/${row.dataset.case}/words`),
  e: row => asked(`/cases/${row.dataset.case}/escalate`),
  s: row => skipCase(row.dataset.case),
  x: row => $("[data-key=x]", row)?.click(),
};

// Warns once: the same key again overrides the other person's decision.
const refuse = row => {
  look(row);
  const sentence = say("Somebody decided this case just now. Look again, then decide.");
  announce(sentence);
  toast(sentence);
};

const act = (row, key) => {
  const decision = choice(row, key);
  if (decision && overtaken(row)) refuse(row);
  else if (decision) press(row, decision);
  else if (others[key] && $("[data-key=x]", row)) others[key](row);
  else announce(say("That decision is not offered for this case."));
};

export const decide = (scope, key) => {
  if (!scope) announce(say("Choose a case first, with j or k."));
  else if (busy.has(scope.id)) announce(say("Wait a moment: this case is being saved."));
  else if (scope.matches(".row")) act(scope, key);
  else if ($(`[data-key="${key}"]`, scope)) $(`[data-key="${key}"]`, scope).click();
  else announce(say("That decision is not offered for this case."));
};

// The buttons of the pane do what their keys do.
$("#detail")?.addEventListener("click", event => {
  const button = event.target.closest("button[data-key]");
  const pane = button?.closest("[data-detail]");
  const row = pane && document.getElementById(`case-${pane.dataset.detail}`);
  if (!row) return;
  event.preventDefault();
  button.closest("details.menu")?.removeAttribute("open");
  decide(row, button.dataset.key);
});

