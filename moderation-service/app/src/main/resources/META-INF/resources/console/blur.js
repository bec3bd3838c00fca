// Runs before the page is displayed, so that readers who asked for blurred text never glimpse it.
if (localStorage.getItem("blur") === "on") document.documentElement.classList.add("blurred");
