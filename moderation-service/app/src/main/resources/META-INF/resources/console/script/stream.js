// The stream of live events, which reconnects automatically after it was lost.
import { $, atWork, say } from "./page.js";
import { hearClaims } from "./claims.js";
import { alarm } from "./escalations.js";
import { hear } from "./news.js";
import { recountMenu } from "./title.js";

const SILENCE = 30000;
const RETRY = 3000;
const PATIENCE = 4000;

const lost = $("#lost");
let source = null;
let watch = 0;
let lostTimer = 0;
// The page's position, so that events between its creation and its connection are received too.
let known = $("[data-since]")?.dataset.since;

const heard = () => {
  clearTimeout(watch);
  clearTimeout(lostTimer);
  lostTimer = 0;
  if (!("stays" in lost.dataset)) lost.hidden = true;
  watch = setTimeout(connect, SILENCE);
};

const showLost = () => {
  lost.textContent = say("The connection to the server is lost: news do not arrive. Trying again.");
  lost.hidden = false;
};

const gone = () => {
  lostTimer ||= setTimeout(showLost, PATIENCE);
  if (source.readyState === EventSource.CLOSED) setTimeout(tryAgain, RETRY);
};

// More was missed than is told. A page that someone writes on waits for them.
const loadAgain = () => {
  if (!atWork(document.body)) {
    location.reload();
    return;
  }
  lost.textContent = say("This page missed news. Reload it when you are done.");
  lost.dataset.stays = "";
  lost.hidden = false;
};

// A stream that was refused permanently: the session ended, or the server is down.
const tryAgain = () => {
  const answered = answer => {
    if (answer.type === "opaqueredirect") location.reload();
    else connect();
  };
  fetch("/queue/counts", { redirect: "manual", headers: { Unattended: "yes" } }).then(answered, () => setTimeout(tryAgain, RETRY));
};

const connect = () => {
  source?.close();
  source = new EventSource(known ? `/events?since=${known}` : "/events");
  source.onopen = heard;
  source.onerror = gone;
  source.addEventListener("still", heard);
  source.addEventListener("claims", event => {
    heard();
    hearClaims(JSON.parse(event.data));
  });
  source.addEventListener("reload", event => {
    known = event.lastEventId;
    heard();
    loadAgain();
  });
  source.addEventListener("cases", event => {
    known = event.lastEventId;
    heard();
    hear(JSON.parse(event.data));
    recountMenu();
  });
};

if (alarm) {
  connect();
  window.addEventListener("pagehide", () => source.close());
  window.addEventListener("pageshow", event => {
    if (event.persisted) connect();
  });
}
