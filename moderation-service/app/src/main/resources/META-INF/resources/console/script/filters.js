// Lists, filters and the search show their cases immediately and appear in the address.
import { $, load, queue, remember, rows } from "./page.js";
import { selectFirst } from "./choice.js";

const PAUSE = 250;
const search = $("#search");
const words = search && $("[name=q]", search);
const WAITING = ["open", "danger-lane", "unconfirmed", "failed"];

const show = query => {
  const filters = new URLSearchParams(query);
  queue.dataset.query = filters.toString();
  queue.dataset.first = "true";
  queue.dataset.live = String(WAITING.includes(filters.get("state") || "open") && !filters.get("q"));
  history.replaceState(null, "", `/queue?${filters}`);
  remember(queue.dataset.query);
  const take = $("form.take", queue);
  if (take) take.action = `/queue/next?${filters}`;
  $("#pill").hidden = true;
  load(`/queue/counts?${filters}`, $("#counts"));
  load(`/queue?${filters}`, rows).then(() => {
    rows.scrollTop = 0;
    selectFirst();
  });
};

const searchFor = () => {
  const filters = new URLSearchParams(queue.dataset.query);
  const text = words.value.trim();
  if (text === (filters.get("q") || "")) return;
  if (text) filters.set("q", text);
  else filters.delete("q");
  show(filters);
};

let later = 0;
words?.addEventListener("input", () => {
  clearTimeout(later);
  later = setTimeout(searchFor, PAUSE);
});
search?.addEventListener("submit", event => {
  event.preventDefault();
  clearTimeout(later);
  searchFor();
});

queue?.addEventListener("click", event => {
  const link = event.target.closest("a[data-list]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if ("clear" in link.dataset) words.value = "";
  link.closest("details.menu")?.removeAttribute("open");
  show(new URL(link.href).search.slice(1));
});
