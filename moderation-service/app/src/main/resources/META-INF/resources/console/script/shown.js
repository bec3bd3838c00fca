// Puts a case into the pane. If its answer is late, the pane shows what the row says, and never the case before it.
import { $, say, wide } from "./page.js";

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

const ask = (id, version) => {
  const stop = new AbortController();
  const page = fetch(`/cases/${id}/detail`, { headers: { "HX-Request": "true" }, signal: stop.signal }).then(read);
  page.catch(() => null);
  return { id, version, stop, page };
};

// For a case that is about to be shown: the server prepares it while it saves the decision on the one before.
export const askAhead = row => {
  ahead?.stop.abort();
  ahead = row && detail && wide.matches ? ask(row.dataset.case, row.dataset.version) : null;
};

// A request that nobody waits for anymore is stopped: the next one does not wait for it, and it cannot replace what
// came later.
const put = async (request, wanted) => {
  asked?.stop.abort();
  asked = request;
  try {
    const page = await request.page;
    if (asked !== request || !wanted()) return false;
    htmx.swap(detail, page, { swapStyle: "innerHTML" });
    return true;
  } catch (problem) {
    if (problem.name !== "AbortError" && wanted()) document.dispatchEvent(new Event("htmx:sendError"));
    return false;
  }
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
  const { case: id, version } = row.dataset;
  const fits = ahead?.id === id && ahead.version === version;
  if (!fits) ahead?.stop.abort();
  const request = fits ? ahead : ask(id, version);
  ahead = null;
  const late = setTimeout(() => {
    if (wanted()) detail.replaceChildren(outline(row));
  }, LATE);
  const came = await put(request, wanted);
  clearTimeout(late);
  if (came) detail.scrollTop = 0;
};

// Shows a newer state of the same case. The answer is whether it came.
export const refreshCase = (id, wanted) => put(ask(id), wanted);
