// Single keys, off while typing and for readers who turn them off.
import { $, rows, typing } from "./page.js";
import { current, move, open } from "./choice.js";
import { reveal } from "./blurred.js";
import { decide } from "./acts.js";
import { undo } from "./decisions.js";
import { ask } from "./words.js";
import { boxes, step } from "./listed.js";

const keysDialog = $("#keys");
const keysOn = () => localStorage.getItem("keys") !== "off";
const showKeysState = () => document.documentElement.classList.toggle("keys-off", !keysOn());
showKeysState();
const keysSwitch = $("#keys-on");
if (keysSwitch) {
  keysSwitch.checked = keysOn();
  keysSwitch.addEventListener("change", () => {
    localStorage.setItem("keys", keysSwitch.checked ? "on" : "off");
    showKeysState();
  });
}
$("[data-keys]")?.addEventListener("click", () => keysDialog.showModal());

// Keys that press the selected case's button with the same key.
const PRESSING = [..."crhdilemsx"];

const acts = event => {
  const onRow = event.target.closest?.(".row");
  const scope = $("#case-page") || current();
  return {
    ...Object.fromEntries(PRESSING.map(key => [key, () => decide(scope, key)])),
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: onRow && (() => move(1)),
    ArrowUp: onRow && (() => move(-1)),
    o: () => open(current()),
    Enter: event.target === onRow && (() => open(onRow)),
    "/": $("#search [name=q]") && (() => $("#search [name=q]").focus()),
    t: () => $('form.take [data-key="t"]')?.click(),
    u: undo,
    n: () => rows ? move(1) : decide(scope, "n"),
    b: () => reveal($("#case-page .case") || current()),
    "?": () => keysDialog?.showModal(),
  };
};

const actOf = event => {
  const direct = $(`[data-direct="${CSS.escape(event.key)}"]`);
  if (direct && !event.repeat) return () => direct.click();
  const by = boxes.length && { j: 1, k: -1 }[event.key];
  if (by) return () => step(by);
  const veiled = event.key === "b" && $("[data-reveal]");
  if (veiled) return () => reveal(veiled);
  return (rows || $("#case-page")) && acts(event)[event.key];
};

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || !keysOn() || keysDialog?.open || ask?.open) return;
  if (typing(event.target)) {
    if (event.key === "Escape") (event.target.closest(".row") || current() || $("#main")).focus();
    return;
  }
  const act = actOf(event);
  if (act && (!event.repeat || /^(j|k|n|Arrow)/.test(event.key))) {
    event.preventDefault();
    act();
  }
});
