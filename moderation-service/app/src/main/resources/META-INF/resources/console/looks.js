// Runs before the page is displayed, so that readers who asked for blurred text never glimpse it, and rows do not jump.
document.documentElement.classList.toggle("blurred", localStorage.getItem("blur") === "on");
document.documentElement.classList.toggle("compact", localStorage.getItem("density") === "compact");
