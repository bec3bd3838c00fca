// The console's scripts: keys, live updates, and keeping the reader's place. Everything except live updates works without
// them. Nothing here makes markup from text that strangers wrote.
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const wide = window.matchMedia("(min-width: 75rem)");
  const queue = $("#queue");
  const rows = $("#rows");
  document.documentElement.classList.add("js");
  // Texts in the page's language; spanish.js is loaded for readers of Spanish. {1} is the first value.
  const say = (english, ...values) =>
    ((window.spanish || {})[english] || english).replace(/\{(\d)\}/g, (_, place) => values[place - 1]);

  const announce = text => {
    const place = $("#announce");
    place.textContent = "";
    setTimeout(() => { place.textContent = text; }, 50);
  };

  // --- Where we are ---
  const more = $("#more");
  document.addEventListener("click", event => { if (more?.open && !more.contains(event.target)) more.open = false; });
  more?.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    more.open = false;
    $("summary", more).focus();
  });
  // The next case follows the filters of the queue that this tab showed last.
  if (queue) sessionStorage.setItem("queue", queue.dataset.query);
  const shown = sessionStorage.getItem("queue");
  if (!queue && shown) {
    all("form.take").forEach(form => { form.action = `/queue/next?${shown}`; });
    all("[data-back]").forEach(link => { link.href = `/queue?${shown}`; });
  }

  // --- Ages grow while the page is open ---
  const age = seconds =>
    seconds < 60 ? `${seconds} s` : seconds < 3600 ? `${Math.floor(seconds / 60)} min`
      : seconds < 86400 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86400)} d`;
  setInterval(() => all("[data-age]").forEach(time => {
    time.textContent = age(Math.max(0, Math.floor((Date.now() - Date.parse(time.dateTime)) / 1000)));
  }), 15000);

  // --- Clocks count by the server's time, which the page contains ---
  const made = document.body.dataset.now;
  const ahead = made ? Date.parse(made) - Date.now() : 0;
  const two = number => String(number).padStart(2, "0");
  const countdown = s =>
    s < 3600 ? `${Math.floor(s / 60)} min ${two(s % 60)} s`
      : s < 86400 ? `${Math.floor(s / 3600)} h ${two(Math.floor(s / 60) % 60)} min`
        : `${Math.floor(s / 86400)} d ${two(Math.floor(s / 3600) % 24)} h`;
  const tick = () => all("[data-due]").forEach(due => {
    const left = Math.floor((Date.parse(due.dataset.due) - Date.now() - ahead) / 1000);
    const words = left < 0 ? say("Overdue by {1}", countdown(-left)) : say("In {1}", countdown(left));
    const place = $("b", due);
    if (place.textContent !== words) place.textContent = words;
    due.classList.toggle("over", left < 0);
    due.closest(".clock")?.classList.toggle("over", left < 0);
  });
  setInterval(tick, 1000);

  // Each place asks for itself: htmx lets one request at a time go out from a place, and of those that wait meanwhile
  // only the newest. Were all of them the page's own, a case that is opened could be dropped for a count.
  const load = (url, place, swap = "innerHTML") => htmx.ajax("GET", url, { source: place, target: place, swap });

  // --- The current case ---
  const items = () => rows ? all(".row", rows) : [];
  // Identified only by its id: rows are replaced at any moment, and a key must only ever act on the chosen case.
  let chosen = null;
  const current = () => rows && chosen && document.getElementById(chosen);
  const showCurrent = () => items().forEach(row => row.classList.toggle("current", row.id === chosen));
  document.addEventListener("htmx:afterSettle", showCurrent);
  let opened = null;
  let openLater = 0;

  const select = (row, focus = true) => {
    if (!row) return;
    chosen = row.id;
    showCurrent();
    if (focus) row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    if (opened && wide.matches && opened !== row.dataset.case) {
      clearTimeout(openLater);
      openLater = setTimeout(() => open(row), 250);
    }
  };
  const move = step => {
    const list = items();
    const at = list.indexOf(current());
    const next = at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + step));
    if (at < 0 || step < 0 || at < list.length - 1) select(list[next]);
    else showMore(() => select(items()[at + 1]));
  };
  // Loads the rest of a long list at its end.
  const showMore = after => {
    const more = $(".next .button", rows);
    const from = chosen;
    if (more) load(more.href, more.closest("li"), "outerHTML").then(() => { if (chosen === from) after(); });
    else after();
  };
  const open = row => {
    if (!row) return;
    if (!wide.matches || !$("#detail")) { location.href = `/cases/${row.dataset.case}`; return; }
    opened = row.dataset.case;
    load(`/cases/${opened}/detail`, $("#detail"));
  };
  rows?.addEventListener("focusin", event => {
    const row = event.target.closest(".row");
    if (row && row !== current()) select(row, false);
  });
  rows?.addEventListener("click", event => {
    const row = event.target.closest(".row");
    const link = event.target.closest("[data-open]");
    if (link && wide.matches && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      select(row, false);
      open(row);
    }
  });

  // --- Single keys, off while typing and for readers who turn them off ---
  const keysDialog = $("#keys");
  const keysOn = () => localStorage.getItem("keys") !== "off";
  const showKeysState = () => document.documentElement.classList.toggle("keys-off", !keysOn());
  showKeysState();
  const keysSwitch = $("#keys-on");
  if (keysSwitch) {
    keysSwitch.checked = keysOn();
    keysSwitch.addEventListener("change", () => {
      localStorage.setItem("keys", keysSwitch.checked ? "on" : "off");
      showKeysState();
    });
  }
  $("[data-keys]")?.addEventListener("click", () => keysDialog.showModal());

  // --- Comments stay blurred until clicked: blur.js set the class before anything was displayed ---
  const looks = document.documentElement.classList;
  const blurSwitch = $("#blur-on");
  if (blurSwitch) {
    blurSwitch.checked = looks.contains("blurred");
    blurSwitch.addEventListener("change", () => {
      localStorage.setItem("blur", blurSwitch.checked ? "on" : "off");
      looks.toggle("blurred", blurSwitch.checked);
    });
  }
  const reveal = scope => {
    if (!looks.contains("blurred")) { announce(say("Text is not blurred. Keys has a switch for it.")); return; }
    [scope, rows && $("#detail .case")].forEach(place => place?.classList.toggle("revealed"));
  };
  // A second click does not hide the text again, because clicks also select text.
  document.addEventListener("click", event => {
    const said = looks.contains("blurred") && event.target.closest(".said, .quotes");
    if (said) (said.closest(".row, .case") || said).classList.add("revealed");
  });

  // When somebody else decided the case that is looked at here: a key that was on its way to the open case must not
  // take that decision back.
  const overtaken = new Map();
  const decide = (scope, key) => {
    const button = scope && $(`[data-key="${key}"]`, scope);
    if (scope && busy.has(scope.id)) announce(say("Wait a moment: this case is being saved."));
    else if (scope && Date.now() - (overtaken.get(scope.id) || 0) < 1000) announce(say("Somebody decided this case just now. Look again, then decide."));
    else if (button) button.click();
    else if (scope) announce(say("That decision is not offered for this case."));
    else announce(say("Choose a case first, with j or k."));
  };
  // The newest decision of this window, and where it left whoever took it. Somebody who went on to another decided case
  // means that one; somebody whom the decision itself brought there means what they decided, whatever happened meanwhile.
  let last = null;
  const undo = () => {
    const here = $("#case-page") || current();
    const mine = last && chosen === last.then ? last.id : null;
    if (!mine && here && $('[data-key="u"]', here)) decide(here, "u");
    else if (!last) announce(say("There is no decision to undo here."));
    else if (document.getElementById(last.id)) decide(document.getElementById(last.id), "u");
    else {
      // Its row left the list when the list was reloaded.
      const id = last.id;
      last = null;
      load(`/cases/${id.slice("case-".length)}/row`, rows, "afterbegin").then(() => decide(document.getElementById(id), "u"));
    }
  };

  // --- What needs words: a note, a clause, an escalation ---
  const ask = $("#ask");
  let asking = false;
  const asked = url => {
    if (asking) return;
    asking = true;
    load(url, $("#ask-body")).then(() => {
      asking = false;
      if (!$("#ask-body [name=note]")) return;
      ask.showModal();
      $("#ask-body [name=note]").focus();
    }, () => { asking = false; });
  };
  const refuseWords = sentence => {
    const place = $("#ask-problem") || document.createElement("p");
    place.id = "ask-problem";
    place.className = "message problem";
    place.textContent = sentence;
    $("#ask-body form").prepend(place);
  };
  const unfold = id => {
    const place = document.getElementById(id);
    place.open = true;
    place.scrollIntoView({ block: "nearest" });
    $("[name=note]", place).focus();
  };
  // Skipped cases are remembered while this window is open.
  const skipped = () => new Set((sessionStorage.getItem("skipped") || "").split(" ").filter(Boolean));
  const markSkipped = () => items().forEach(row => row.classList.toggle("skipped", skipped().has(row.dataset.case)));
  const skip = id => {
    sessionStorage.setItem("skipped", [...skipped().add(id)].slice(-500).join(" "));
    markSkipped();
  };
  markSkipped();
  document.addEventListener("htmx:afterSettle", markSkipped);
  // The choice stays when its row is replaced.
  const bulkCount = $("#bulk-count");
  const picked = new Set();
  const showPicked = () => {
    const boxes = all("[form=bulk]");
    boxes.forEach(box => { box.checked = picked.has(box.value); box.closest(".row").classList.toggle("chosen", box.checked); });
    const chosen = boxes.filter(box => box.checked).length;
    $("#bulk").classList.toggle("idle", !chosen);
    bulkCount.textContent = chosen ? say("{1} chosen", chosen) : say("Tick cases to decide several at once.");
  };
  if (bulkCount) {
    all("[form=bulk]:checked").forEach(box => picked.add(box.value));
    document.addEventListener("change", event => {
      if (!event.target.matches("[form=bulk]")) return;
      picked[event.target.checked ? "add" : "delete"](event.target.value);
      showPicked();
    });
    document.addEventListener("htmx:afterSettle", showPicked);
    showPicked();
  }
  document.addEventListener("click", event => {
    const found = event.target.closest("[data-ask], [data-skip], [data-unfold]");
    if (!found || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (found.dataset.skip) {
      skip(found.dataset.skip);
      announce(say("Skipped."));
      if (rows) move(1);
      return;
    }
    if (found.dataset.ask && !ask) return;
    if (found.matches("details[open] > summary")) return;
    event.preventDefault();
    if (found.dataset.ask) asked(found.dataset.ask);
    else unfold(found.dataset.unfold);
  });
  const typing = target => target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keysOn() || keysDialog?.open || ask?.open) return;
    if (typing(event.target)) {
      if (event.key === "Escape") (event.target.closest(".row") || $("#main")).focus();
      return;
    }
    const onRow = event.target.closest?.(".row");
    const scope = $("#case-page") || current();
    const acts = {
      j: () => move(1), k: () => move(-1),
      ArrowDown: onRow && (() => move(1)), ArrowUp: onRow && (() => move(-1)),
      o: () => open(current()), Enter: event.target === onRow && (() => open(onRow)),
      c: () => decide(scope, "c"), r: () => decide(scope, "r"), h: () => decide(scope, "h"), d: () => decide(scope, "d"),
      i: () => decide(scope, "i"), l: () => decide(scope, "l"), t: () => $('form.take [data-key="t"]')?.click(),
      u: undo,
      n: () => rows ? move(1) : decide(scope, "n"),
      e: () => decide(scope, "e"), m: () => decide(scope, "m"), s: () => decide(scope, "s"), x: () => decide(scope, "x"),
      b: () => reveal($("#case-page .case") || current()),
      "?": () => keysDialog?.showModal(),
    };
    const direct = $(`[data-direct="${CSS.escape(event.key)}"]`);
    const act = direct && !event.repeat ? () => direct.click() : (rows || $("#case-page")) && acts[event.key];
    if (act && !event.repeat || act && /^(j|k|n|Arrow)/.test(event.key)) {
      event.preventDefault();
      act();
    }
  });

  // --- After a decision: announce the result and go to the next case ---
  document.addEventListener("htmx:beforeSwap", event => {
    if (new URL(event.detail.xhr.responseURL || location.href).pathname === "/sign-in") {
      event.detail.shouldSwap = false;
      location.href = "/sign-in";
    }
  });
  // Rows whose form is under way, each with the row that was chosen then.
  const busy = new Map();
  const posting = event => event.detail.requestConfig?.verb === "post" && event.detail.target?.matches(".row");
  document.addEventListener("htmx:beforeRequest", event => { if (posting(event)) busy.set(event.detail.target.id, chosen); });
  document.addEventListener("htmx:beforeSwap", event => {
    const id = event.detail.target.id;
    // The answer to the form is to find its row, and brings it in a newer state.
    if (event.detail.requestConfig?.verb === "get" && busy.has(id)) {
      event.detail.shouldSwap = false;
      again.set(id.slice("case-".length), Infinity);
    }
  });
  document.addEventListener("htmx:afterRequest", event => {
    if (!posting(event)) return;
    const row = document.getElementById(event.detail.target.id);
    const before = busy.get(event.detail.target.id);
    busy.delete(event.detail.target.id);
    const status = event.detail.xhr.status;
    const said = row && $("[data-outcome]", row);
    if (said) announce(said.textContent);
    // Words that cannot be used stay to be mended; over a case that changed, the form is of no use any more.
    const mend = said && ask?.open && status === 409 && $("[name=version]", ask)?.value === row.dataset.version;
    if (mend) refuseWords(said.textContent);
    else ask?.close();
    if (!row || status !== 200 && status !== 409) {
      failed();
      return;
    }
    // Keeps the place of a reader who has moved on.
    const go = chosen === before ? select : () => {};
    if (status === 409 || !event.detail.requestConfig.path.endsWith("/decision")) {
      go(row);
    } else if (row.classList.contains("open")) {
      last = null;
      go(row);
    } else {
      const next = () => items().slice(items().indexOf(row) + 1).find(
        other => other.classList.contains("open") && !other.classList.contains("skipped"));
      last = { id: row.id };
      go(next() || row);
      last.then = chosen;
      if (chosen === row.id) showMore(() => { select(next() || row); last.then = chosen; });
    }
    catchUp(row.dataset.case);
  });
  const failed = () => {
    const lost = $("#lost");
    lost.textContent = say("That did not reach the server, so nothing was changed. Reload the page and try again.");
    lost.hidden = false;
    lost.dataset.stays = "";
  };
  document.addEventListener("htmx:sendError", failed);

  // --- Live updates ---
  const fresh = new Set();
  const pill = $("#pill");
  const filters = new URLSearchParams(queue?.dataset.query);
  const inList = change => change.open && {
    open: change.opened, unconfirmed: change.opened && change.unconfirmed, failed: change.actionState === "failed",
  }[filters.get("state")];
  const fits = change => inList(change) && ["building", "account", "platform", "category", "clause", "language"].every(
    name => !filters.get(name) || filters.get(name) === change[name]);

  // One request per row at a time; later updates are fetched after it.
  const loading = new Set();
  const again = new Map();
  const refreshRow = (id, version = Infinity) => {
    const row = document.getElementById(`case-${id}`);
    if (!row || row.contains(document.activeElement) && typing(document.activeElement)) return;
    if (loading.has(id) || busy.has(row.id)) {
      again.set(id, Math.max(version, again.get(id) || 0));
      return;
    }
    const focused = row.contains(document.activeElement);
    const problem = $(".problem[data-outcome]", row);
    loading.add(id);
    const done = () => {
      loading.delete(id);
      const now = document.getElementById(`case-${id}`);
      if (now && now !== row) {
        if (row.id === chosen && row.matches(".open") && !now.matches(".open")) {
          overtaken.set(now.id, Date.now());
          announce($(".decided", now)?.textContent || say("This case was decided just now."));
        }
        // An error message stays readable although the case changes.
        if (problem && !$("[data-outcome]", now)) $("form.decide", now).before(problem);
        // Does not bring back a reader who has moved to another case, whose next key would act on this one.
        if (focused && document.activeElement === document.body) now.focus({ preventScroll: true });
      }
      catchUp(id);
    };
    load(`/cases/${id}/row`, row, "outerHTML").then(done, done);
  };
  const catchUp = id => {
    const version = again.get(id);
    const row = document.getElementById(`case-${id}`);
    if (!version || busy.has(`case-${id}`) || loading.has(id)) return;
    again.delete(id);
    if (row && version > Number(row.dataset.version)) refreshRow(id, version);
  };
  // Copies may arrive by the hundred: their row is fetched once for all of them.
  const growing = new Map();
  const growLater = id => {
    if (!growing.has(id)) growing.set(id, setTimeout(() => { growing.delete(id); refreshRow(id); }, 1000));
  };
  const refreshList = () => {
    fresh.clear();
    pill.hidden = true;
    load(`/queue?${queue.dataset.query}`, rows);
  };
  pill?.addEventListener("click", () => { refreshList(); announce(say("The queue is up to date.")); window.scrollTo({ top: 0 }); });

  // --- Escalations: alarms on every page, clocks, and the panels of a case ---
  const alarm = $("#alarm");
  const refreshAlarm = () => alarm && load("/clocks/alarm", alarm).then(() => {
    const overdue = Number($("[data-overdue]", alarm)?.dataset.overdue || 0);
    $("#overdue").hidden = overdue === 0;
    $("#overdue b").textContent = overdue;
  });
  // Does not replace what somebody types, or has opened to type into.
  const atWork = place => place.contains(document.activeElement) && typing(document.activeElement)
    || $("details[open] form", place) || all("input:not([type=hidden]), textarea", place).some(field => field.value !== field.defaultValue);
  // Updates are fetched once nobody is working there.
  const late = new Set();
  const refreshConcern = id => {
    const place = $(`[data-concern="${id}"]`);
    late.delete(id);
    if (place && atWork(place)) late.add(id);
    else if (place) load(`/cases/${id}/concern`, place).then(tick);
  };
  document.addEventListener("htmx:beforeSwap", event => {
    const place = event.detail.target;
    if (!place.matches("[data-concern]") || !atWork(place)) return;
    event.detail.shouldSwap = false;
    late.add(place.dataset.concern);
  });
  ["toggle", "focusout"].forEach(sign => document.addEventListener(sign, () => setTimeout(() => [...late].forEach(refreshConcern)), true));
  const clockList = $("#clock-list");
  const refreshClocks = () => {
    if (clockList && !clockList.contains(document.activeElement)) {
      load("/clocks/list", clockList).then(tick);
    }
  };
  const board = $("#board");
  const refreshBoard = () => {
    if (!board || board.contains(document.activeElement) || atWork(board)) return;
    const before = all(".card", board).length;
    load("/my-building/list", board).then(() => {
      tick();
      if (all(".card", board).length > before) announce(say("A new case waits for an answer."));
    });
  };
  let refreshing = 0;
  const refreshEscalations = changes => {
    clearTimeout(refreshing);
    refreshing = setTimeout(() => { refreshAlarm(); refreshClocks(); refreshBoard(); }, 300);
    new Set(changes.map(change => change.caseId)).forEach(refreshConcern);
  };
  // A clock runs out without an event.
  if (alarm) setInterval(() => { refreshAlarm(); refreshClocks(); refreshBoard(); }, 30000);

  const hear = changes => {
    refreshEscalations(changes);
    const page = $("#case-page");
    if (page && changes.some(change => change.caseId === page.dataset.case && change.version > page.dataset.version)) $("#stale").hidden = false;
    if (!queue) return;
    const seen = new Set();
    const grown = new Set();
    for (const change of changes) {
      const row = document.getElementById(`case-${change.caseId}`);
      if (row) {
        // Deciding the first of similar cases leaves the others, which had no rows.
        if (!change.open && row.dataset.fold && $(".alike", row) && !busy.has(row.id)) fresh.add(row.dataset.fold);
        if (!seen.has(change.caseId) && change.version > row.dataset.version) refreshRow(change.caseId, change.version);
        seen.add(change.caseId);
      } else if (fits(change)) {
        const like = change.fold && $(`.row.open[data-fold="${change.fold}"]`, rows);
        if (like) grown.add(like.dataset.case);
        else fresh.add(change.caseId);
      }
    }
    grown.forEach(id => growLater(id));
    recount();
    if (queue.dataset.live !== "true" || queue.dataset.first !== "true" || !fresh.size) return;
    // Rows move only while nobody is working in the list.
    if (!current() && window.scrollY < 200 && !typing(document.activeElement)) {
      announce(say("{1} new in the queue.", fresh.size));
      refreshList();
    } else {
      pill.textContent = say("{1} new - show", fresh.size);
      pill.hidden = false;
    }
  };
  let recounting = 0;
  const recount = () => {
    clearTimeout(recounting);
    recounting = setTimeout(() => {
      if ($("#counts").contains(document.activeElement)) return;
      load(`/queue/counts?${queue.dataset.query}`, $("#counts"));
    }, 400);
  };

  // --- Who looks at what: told of others, and told to them while somebody is at work here ---
  const me = queue?.dataset.me || $("#case-page")?.dataset.me;
  let claims = new Map();
  const showLooks = () => all("[data-looks]").forEach(place => {
    const claim = claims.get(place.dataset.looks);
    const name = document.createElement("bdi");
    name.textContent = claim?.displayName || "";
    place.hidden = !claim;
    if (claim?.userName === me) place.textContent = say("You look at this.");
    else if (claim) place.replaceChildren(name, say(" looks at this."));
  });
  const hearClaims = list => {
    const before = claims;
    claims = new Map(list.map(claim => [claim.caseId, claim]));
    showLooks();
    const here = $("#case-page")?.dataset.case || opened;
    const other = here && claims.get(here);
    if (other && other.userName !== me && before.get(here)?.userName !== other.userName) announce(say("{1} looks at this.", other.displayName));
  };
  document.addEventListener("htmx:afterSettle", () => { if (heardClaims) showLooks(); });
  let heardClaims = false;
  let worked = true;
  ["keydown", "pointerdown", "scroll"].forEach(sign => document.addEventListener(sign, () => { worked = true; }, { passive: true, capture: true }));
  const sayActive = () => {
    const token = $('input[name="form-token"]');
    if (!worked || !token || document.hidden) return;
    worked = false;
    const open = $("#case-page") || $("[data-detail]");
    const fields = { "form-token": token.value };
    if (open) fields.case = open.dataset.case || open.dataset.detail;
    fetch("/claims/active", { method: "POST", body: new URLSearchParams(fields), redirect: "manual" }).catch(() => { worked = true; });
  };
  if (me) setInterval(sayActive, 30000);

  if (alarm) {
    let source, watch, lostTimer;
    // The page's position, so that events between its creation and its connection are received too.
    let known = $("[data-since]")?.dataset.since;
    const lost = $("#lost");
    const heard = () => {
      clearTimeout(watch);
      clearTimeout(lostTimer);
      lostTimer = 0;
      if (!("stays" in lost.dataset)) lost.hidden = true;
      watch = setTimeout(connect, 30000);
    };
    const gone = () => {
      lostTimer ||= setTimeout(() => {
        lost.textContent = say("The connection to the server is lost: news do not arrive. Trying again.");
        lost.hidden = false;
      }, 4000);
      if (source.readyState === EventSource.CLOSED) setTimeout(again, 3000);
    };
    // A stream that was refused for good: because the session ended, or because the server is away.
    const again = () => fetch("/queue/counts", { redirect: "manual" }).then(
      answer => { if (answer.type === "opaqueredirect") location.reload(); else connect(); },
      () => setTimeout(again, 3000));
    const connect = () => {
      source?.close();
      source = new EventSource(known ? `/events?since=${known}` : "/events");
      source.onopen = heard;
      source.onerror = gone;
      source.addEventListener("still", heard);
      source.addEventListener("claims", event => { heardClaims = true; heard(); hearClaims(JSON.parse(event.data)); });
      source.addEventListener("cases", event => { known = event.lastEventId; heard(); hear(JSON.parse(event.data)); });
    };
    connect();
    window.addEventListener("pagehide", () => source.close());
    window.addEventListener("pageshow", event => { if (event.persisted) connect(); });
  }
})();
