// Runs before the page is shown, so that nobody who asked not to sees even a glimpse of the text.
if (localStorage.getItem("blur") === "on") document.documentElement.classList.add("blurred");
