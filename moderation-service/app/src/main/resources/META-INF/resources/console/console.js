// The scripts of every page: live updates, and keeping the reader's place. Everything except live updates works without
// them. Nothing here builds markup from strangers' text. Each module does one thing; frame.html preloads them.
import "./script/page.js";
import "./script/frame.js";
import "./script/looks.js";
import "./script/toasts.js";
import "./script/clocks.js";
import "./script/shown.js";
import "./script/choice.js";
import "./script/pane.js";
import "./script/blurred.js";
import "./script/rows.js";
import "./script/escalations.js";
import "./script/claims.js";
import "./script/news.js";
import "./script/alerts.js";
import "./script/title.js";
import "./script/stream.js";
import "./script/files.js";
