// The slider beside a clause's score. The number field is submitted, with or without a script, and the slider changes
// it. Its steps are finer at low scores: the lowest tenth of the scores is half of its length.
const slides = 2;
const most = 100;

const place = score => Math.min(most, Math.max(0, -Math.log10(score) / slides * most));

const score = at => {
  const exact = 10 ** (-at / most * slides);
  return exact >= .1 ? exact.toFixed(2) : exact.toFixed(3);
};

for (const slider of document.querySelectorAll("input[data-slides]")) {
  const field = document.getElementById(slider.dataset.slides);
  const follow = () => {
    const written = Number(field.value);
    if (written > 0) slider.value = place(written);
    slider.setAttribute("aria-valuetext", field.value);
  };
  slider.addEventListener("input", () => {
    field.value = score(Number(slider.value));
    slider.setAttribute("aria-valuetext", field.value);
  });
  field.addEventListener("input", follow);
  follow();
  slider.closest("[hidden]").hidden = false;
}
