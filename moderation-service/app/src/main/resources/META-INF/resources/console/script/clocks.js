// Updates ages and clocks while the page is open.
import { $, all, say } from "./page.js";

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86400;

const age = seconds => {
  if (seconds < MINUTE) return "< 1 min";
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h`;
  return `${Math.floor(seconds / DAY)} d`;
};
const showAges = () => all("[data-age]").forEach(time => {
  time.textContent = age(Math.max(0, Math.floor((Date.now() - Date.parse(time.dateTime)) / 1000)));
});
setInterval(showAges, 15000);

// Clocks use the server's time, which the page contains.
const made = document.body.dataset.now;
const ahead = made ? Date.parse(made) - Date.now() : 0;
const two = number => String(number).padStart(2, "0");
const countdown = s => {
  if (s < HOUR) return age(s);
  if (s < DAY) return `${Math.floor(s / HOUR)} h ${two(Math.floor(s / MINUTE) % 60)} min`;
  return `${Math.floor(s / DAY)} d ${two(Math.floor(s / HOUR) % 24)} h`;
};
export const tick = () => all("[data-due]").forEach(due => {
  const left = Math.floor((Date.parse(due.dataset.due) - Date.now() - ahead) / 1000);
  const words = left < 0 ? say("Overdue by {1}", countdown(-left)) : say("In {1}", countdown(left));
  const place = $("b", due);
  if (place.textContent !== words) place.textContent = words;
  due.classList.toggle("over", left < 0);
  due.closest(".clock")?.classList.toggle("over", left < 0);
});
setInterval(tick, 5000);
