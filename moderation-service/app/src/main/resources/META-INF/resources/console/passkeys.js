// The scripts of the pages where people sign in, and where they say how.
import "./script/passkeys.js";
