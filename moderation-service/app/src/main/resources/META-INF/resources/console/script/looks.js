// How dense the pages are; stored in this browser, like the blur.
import { $ } from "./page.js";

const looks = document.documentElement.classList;
const compact = $("#compact-on");
if (compact) {
  compact.checked = looks.contains("compact");
  compact.addEventListener("change", () => {
    localStorage.setItem("density", compact.checked ? "compact" : "comfortable");
    looks.toggle("compact", compact.checked);
  });
}
