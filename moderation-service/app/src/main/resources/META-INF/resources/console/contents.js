// The table of contents of a long page highlights the current section. The links themselves work without scripts.
import { $, all } from "./script/page.js";

const folded = $("details.contents");
const links = all(".contents a");
const parts = [...new Set(links.map(link => link.hash.slice(1)))].map(id => document.getElementById(id));
// A part counts as read once its beginning is near the top of the window.
const NEAR = 120;

const atTheEnd = () => innerHeight + scrollY >= document.documentElement.scrollHeight - 2;

const reading = () =>
  atTheEnd() && scrollY ? parts.at(-1) : parts.filter(part => part.getBoundingClientRect().top <= NEAR).at(-1) || parts[0];

// Scrolls only the table of contents, never the page.
const keepInSight = link => {
  const list = link.closest("ol");
  const below = link.offsetTop + link.offsetHeight;
  if (link.offsetTop < list.scrollTop) list.scrollTop = link.offsetTop;
  else if (below > list.scrollTop + list.clientHeight) list.scrollTop = below - list.clientHeight;
};

let marked = null;
const mark = () => {
  const { id } = reading();
  if (id === marked) return;
  marked = id;
  links.forEach(link => {
    if (link.hash !== `#${id}`) {
      link.removeAttribute("aria-current");
      return;
    }
    link.setAttribute("aria-current", "location");
    keepInSight(link);
    $(".reading", folded).textContent = link.textContent;
  });
};

let waiting = 0;
document.addEventListener("scroll", () => {
  waiting ||= requestAnimationFrame(() => {
    waiting = 0;
    mark();
  });
}, { passive: true });
// On a phone the list covers its targets.
folded.addEventListener("click", event => {
  if (event.target.closest("a")) folded.open = false;
});
folded.addEventListener("toggle", () => keepInSight($("[aria-current]", folded)));
mark();
