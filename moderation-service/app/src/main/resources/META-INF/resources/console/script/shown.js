// Puts a case into the pane. If its answer is late, the pane shows what the row says, and never the case before it.
import { $, load, say, wide } from "./page.js";

export const detail = $("#detail");
const LATE = 120;
const TONES = ["immediate", "soon", "in-lane"];

// The request for the case that is shown, and the one for the case after it.
let asked = null;
let ahead = null;

const read = answer => {
  if (new URL(answer.url).pathname === "/sign-in") location.href = "/sign-in";
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
};

const ask = row => {
  const { case: id, version } = row.dataset;
  const stop = new AbortController();
  const page = fetch(`/cases/${id}/detail`, { headers: { "HX-Request": "true" }, signal: stop.signal }).then(read);
  page.catch(() => null);
  return { id, version, stop, page };
};

// For a case that is about to be shown: the server prepares it while it saves the decision on the one before.
export const askAhead = row => {
  ahead?.stop.abort();
  ahead = row && detail && wide.matches ? ask(row) : null;
};

// A request that nobody waits for anymore is stopped, so that the next one does not wait for it.
const request = row => {
  const fits = ahead?.id === row.dataset.case && ahead.version === row.dataset.version;
  asked?.stop.abort();
  if (!fits) ahead?.stop.abort();
  asked = fits ? ahead : ask(row);
  ahead = null;
  return asked;
};

// The row without what belongs to the list, and without anything to press: the acts come with the case.
const outline = row => {
  const box = document.createElement("div");
  const article = $("article", row).cloneNode(true);
  box.className = "case coming";
  box.setAttribute("aria-busy", "true");
  TONES.forEach(tone => box.classList.toggle(tone, row.classList.contains(tone)));
  article.removeAttribute("aria-labelledby");
  article.querySelectorAll("[id]").forEach(place => place.removeAttribute("id"));
  article.querySelectorAll(".pick, .alike, noscript, [data-outcome]").forEach(place => place.remove());
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = say("The rest is coming.");
  box.append(article, hint);
  return box;
};

// Shows the case of a row for as long as the reader wants it.
export const showCase = async (row, wanted) => {
  const { page } = request(row);
  const late = setTimeout(() => {
    if (wanted()) detail.replaceChildren(outline(row));
  }, LATE);
  try {
    const came = await page;
    if (wanted()) htmx.swap(detail, came, { swapStyle: "innerHTML" });
  } catch {
    if (wanted()) await load(`/cases/${row.dataset.case}/detail`, detail);
  } finally {
    clearTimeout(late);
  }
  if (wanted()) detail.scrollTop = 0;
};
