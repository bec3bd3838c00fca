// Comments stay blurred until clicked: looks.js set the class before anything was displayed.
import { $, announce, rows, say } from "./page.js";

const looks = document.documentElement.classList;
const blurSwitch = $("#blur-on");
if (blurSwitch) {
  blurSwitch.checked = looks.contains("blurred");
  blurSwitch.addEventListener("change", () => {
    localStorage.setItem("blur", blurSwitch.checked ? "on" : "off");
    looks.toggle("blurred", blurSwitch.checked);
  });
}

export const reveal = scope => {
  if (!looks.contains("blurred")) {
    announce(say("Text is not blurred. Keys has a switch for it."));
    return;
  }
  [scope, rows && $("#detail .case")].forEach(place => place?.classList.toggle("revealed"));
};

// A second click does not hide the text again, because clicks also select text.
document.addEventListener("click", event => {
  const said = looks.contains("blurred") && event.target.closest(".said, .quotes");
  if (said) (said.closest(".row, .case") || said).classList.add("revealed");
});
