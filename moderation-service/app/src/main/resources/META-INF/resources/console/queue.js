// The scripts of pages for deciding cases: the keys and their actions. keys.html loads them.
import "./script/words.js";
import "./script/skipped.js";
import "./script/bulk.js";
import "./script/acts.js";
import "./script/decisions.js";
import "./script/listed.js";
import "./script/keys.js";
import "./script/filters.js";
import "./script/inline.js";
import "./script/redacting.js";
import "./script/covering.js";
