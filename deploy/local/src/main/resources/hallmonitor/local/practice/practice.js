'use strict';
// Shows the comments of one post as they come and go, on the blog and on the pages of the platforms. Everything that people wrote is added to the page as text
// (textContent), never as markup.

const post = Number(document.body.dataset.post);
const api = document.body.dataset.api; // without a slash at its end
const byId = (id) => document.getElementById(id);
const words = JSON.parse(document.body.dataset.words);
// What is said is translated whole, with its values put in afterwards.
const phrase = (english, ...values) => (words[english] ?? english).replace(/\{(\d)\}/g, (all, n) => values[n - 1]);
const shown = new Map(); // comment id -> its <li>
let version = '0';
let threads = 30;
let first = true;
let open = null; // the reply or edit form that is open: {id, kind}

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

async function call(method, path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch (e) {
    throw new Error(phrase('The page isn’t responding. Start Hall Monitor again, then retry.'));
  }
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(phrase(json.error || 'That didn’t work. Try again.'));
  return json;
}

function ago(second) {
  const age = Math.max(0, Date.now() / 1000 - second);
  if (age < 45) return phrase('just now');
  if (age < 3600) return phrase('{1} min ago', Math.round(age / 60));
  const when = new Date(second * 1000);
  const time = when.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
  return age < 72000 ? time : when.toLocaleDateString([], { month: 'short', day: 'numeric' }) + ', ' + time;
}

function speak(sentence) {
  byId('spoken').textContent = sentence;
}

// --- one comment ---

const picture = (src) => make('img', { src, alt: phrase('A picture in this comment'), class: 'sent' });

function commentItem(comment) {
  const item = make('li', { id: 'comment-' + comment.id });
  const box = make('div', { class: 'comment' });
  if (!first) box.classList.add('fresh');
  if (location.hash === '#' + item.id) box.classList.add('target');
  const who = make('div', { class: 'who' });
  who.append(
    make('strong', {}, make('bdi', {}, comment.name || phrase('Anonymous'))),
    comment.to ? make('span', { class: 'quiet' }, make('bdi', {}, phrase('to {1}', comment.to))) : '',
    make('a', { href: '#' + item.id, class: 'quiet when', 'data-time': comment.time }, ago(comment.time)));
  const said = make('p', { class: 'said', dir: 'auto' });
  const does = make('div', { class: 'does' },
    make('button', { type: 'button', onclick: () => openForm(comment.id, 'reply') }, phrase('Reply')),
    comment.mine ? make('button', { type: 'button', onclick: () => openForm(comment.id, 'edit') }, phrase('Edit')) : null,
    comment.mine ? make('button', { type: 'button', onclick: () => remove(comment.id) }, phrase('Delete')) : null);
  for (const button of does.children) {
    button.setAttribute('aria-label', phrase('{1}: comment of {2}', button.textContent, comment.name || phrase('Anonymous')));
  }
  const pictures = comment.pictures.map(picture);
  box.append(who, said, ...pictures, does);
  item.append(box);
  item.said = said;
  say(item, comment.text);
  return item;
}

function say(item, text) {
  if (item.text === text) return;
  const edited = item.text !== undefined;
  item.text = text;
  item.said.textContent = text;
  item.querySelector(':scope > .comment > .plain')?.remove();
  item.said.classList.toggle('long', text.length > 700);
  if (text.length > 700) {
    const more = make('button', { type: 'button', class: 'plain' }, phrase('Show all of it'));
    more.addEventListener('click', () => { item.said.classList.remove('long'); more.remove(); });
    item.said.after(more);
  }
  if (edited) {
    const box = item.querySelector('.comment');
    box.classList.remove('fresh');
    void box.offsetWidth; // restarts the highlight
    box.classList.add('fresh');
  }
}

// What only its author is told of a comment.
function note(item, text) {
  const box = item.querySelector(':scope > .comment');
  const old = box.querySelector(':scope > .only');
  if ((old?.textContent ?? '') === (text ?? '')) return;
  old?.remove();
  if (text) {
    box.querySelector(':scope > .does').before(make('p', { class: 'only' }, text));
    speak(text);
  }
}

function openForm(id, kind) {
  document.querySelector('.threads form')?.remove();
  const box = shown.get(id).querySelector(':scope > .comment');
  const trouble = make('p', { class: 'trouble', role: 'alert' });
  const text = make('textarea', { id: 'answer', rows: 3, maxlength: 60000, required: true });
  const name = make('input', { id: 'answer-name', maxlength: 120, autocomplete: 'off' });
  name.value = byId('name').value;
  if (kind === 'edit') text.value = shown.get(id).text;
  const form = make('form', {},
    kind === 'reply' ? make('div', { class: 'field' },
      make('label', { for: 'answer-name' }, phrase('Your name'), ' ', make('small', {}, phrase('(may be left empty)'))), name) : null,
    make('div', { class: 'field' },
      make('label', { for: 'answer' }, kind === 'edit' ? phrase('Your comment') : phrase('Your reply')), text),
    make('div', { class: 'actions' },
      make('button', { class: 'primary', type: 'submit' }, kind === 'edit' ? phrase('Save') : phrase('Post reply')),
      make('button', { type: 'button', onclick: close }, phrase('Cancel'))),
    trouble);
  function close() {
    open = null;
    form.remove();
    box.querySelector('.does button')?.focus();
  }
  sendOnCtrlEnter(form, text);
  form.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(); });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      if (kind === 'edit') await call('POST', `${api}/comments/${encodeURIComponent(id)}`, { text: text.value });
      else await call('POST', `${api}/comments`, { post, parent: id, name: name.value, text: text.value });
      close();
    } catch (e) { trouble.textContent = e.message; }
  });
  box.append(form);
  open = { id, kind };
  text.focus();
}

async function remove(id) {
  try {
    await call('DELETE', `${api}/comments/${encodeURIComponent(id)}`);
    speak(phrase('Your comment was deleted.'));
  } catch (e) { byId('connection').textContent = e.message; }
}

function sendOnCtrlEnter(form, text) {
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}

// --- the list: order the present comments, remove the others ---

function arrange(list, wanted) {
  let place = list.firstElementChild;
  const skipNotes = () => { while (place && place.classList.contains('note')) place = place.nextElementSibling; };
  for (const comment of wanted) {
    let item = shown.get(comment.id);
    if (!item) {
      item = commentItem(comment);
      shown.set(comment.id, item);
    }
    say(item, comment.text);
    note(item, comment.note);
    item.querySelector(':scope > .comment .orphan')?.remove();
    if (comment.orphan) {
      item.querySelector('.who').append(make('span', { class: 'quiet orphan' }, phrase('in reply to a comment that is not public')));
    }
    skipNotes();
    if (item === place) place = place.nextElementSibling;
    else list.insertBefore(item, place);
    if (comment.replies && (comment.replies.length || item.replies)) {
      item.replies ??= item.appendChild(make('ol', { 'aria-label': 'Replies' }));
      arrange(item.replies, comment.replies);
    }
  }
}

// --- removed comments, and why ---

function removedLine(removed) {
  return make('span', {},
    removed.why + ' ',
    removed.link ? make('a', { href: removed.link, rel: 'noreferrer' }, phrase('View the case'),
      make('span', { class: 'spoken' }, ' ' + phrase('of comment {1}', removed.id))) : null);
}

let removedShown = '';

// Only when there is news: a link that is replaced loses the focus.
function showRemoved(all) {
  const news = JSON.stringify(all);
  if (news === removedShown) return;
  removedShown = news;
  byId('removed-box').hidden = all.length === 0;
  byId('removed').replaceChildren(...all.map((removed) => make('li', {},
    make('span', { class: 'quiet' },
      make('bdi', {}, removed.name || phrase('Anonymous')), ' \u00b7 ',
      make('span', { class: 'when', 'data-time': removed.time }, ago(removed.time))),
    removedLine(removed))));
}

// --- replies that the account has folded away, which everyone can open ---

let foldedShown = '';

function showFolded(all) {
  const box = byId('folded-box');
  const news = JSON.stringify(all);
  if (!box || news === foldedShown) return;
  foldedShown = news;
  box.hidden = all.length === 0;
  byId('folded-count').textContent = '(' + all.length.toLocaleString() + ')';
  byId('folded').replaceChildren(...all.map((comment) => make('li', {},
    make('strong', {}, make('bdi', {}, comment.name || phrase('Anonymous'))),
    make('p', { class: 'said', dir: 'auto' }, comment.text),
    ...comment.pictures.map(picture))));
}

function show(feed) {
  const removed = new Map(feed.removed.map((one) => [one.id, one]));
  showRemoved(feed.removed);
  showFolded(feed.folded ?? []);
  const wanted = new Set(feed.threads.flatMap((thread) => [thread.id, ...thread.replies.map((reply) => reply.id)]));
  const hiddenNow = new Set(feed.hiddenNow);
  let hidden = 0;
  // Removes deleted items before ordering the rest: an item that moves loses the focus of the form that a person may be
  // typing into.
  for (const [id, item] of [...shown]) {
    if (wanted.has(id)) continue;
    if (hiddenNow.has(id)) {
      hidden++;
      const note = make('li', { class: 'note' },
        removed.has(id) ? removedLine(removed.get(id)) : phrase('A comment was hidden by moderation.'));
      item.before(note);
      setTimeout(() => note.remove(), 12000);
    }
    if (item.replies) item.after(...item.replies.children);
    if (open && open.id === id) open = null;
    item.remove();
    shown.delete(id);
  }
  arrange(byId('threads'), feed.threads);
  if (hidden) speak(hidden === 1
    ? phrase('A comment was hidden by moderation.') : phrase('{1} comments were hidden by moderation.', hidden));
  byId('visible').textContent = '(' + feed.visible.toLocaleString() + ')';
  byId('hidden-count').textContent = feed.hidden ? phrase('{1} hidden by moderation', feed.hidden.toLocaleString()) : '';
  byId('empty').hidden = feed.threads.length > 0;
  byId('more').hidden = !feed.more || threads >= 200;
  for (const total of document.querySelectorAll('[data-total]')) {
    const n = feed.totals[total.dataset.total];
    total.textContent = n === 1 ? phrase('{1} comment', n) : phrase('{1} comments', n.toLocaleString());
  }
}

let aborted = new AbortController();

async function follow() {
  for (;;) {
    try {
      aborted = new AbortController();
      const answer = await fetch(`${api}/feed?post=${post}&since=${version}&threads=${threads}`,
        { signal: aborted.signal });
      if (!answer.ok) throw new Error();
      const feed = await answer.json();
      version = String(feed.version);
      show(feed);
      byId('connection').textContent = '';
      if (first && location.hash.startsWith('#comment-')) byId(location.hash.slice(1))?.scrollIntoView({ block: 'center' });
      first = false;
      await new Promise((done) => setTimeout(done, 120)); // a fast stream is shown in steps
    } catch (e) {
      if (e.name === 'AbortError') continue;
      byId('connection').textContent =
        phrase('The page isn’t responding. New comments appear again once Hall Monitor runs.');
      await new Promise((done) => setTimeout(done, 1500));
    }
  }
}

byId('more').addEventListener('click', () => {
  threads = Math.min(200, threads + 50);
  version = '0';
  aborted.abort();
});

// --- writing ---

const form = byId('write');
sendOnCtrlEnter(form, byId('text'));
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const trouble = form.querySelector('.trouble');
  trouble.textContent = '';
  try {
    await call('POST', `${api}/comments`, { post, name: byId('name').value, text: byId('text').value });
    byId('text').value = '';
    speak(phrase('Your comment is public.'));
  } catch (e) { trouble.textContent = e.message; }
});

// --- trying ---

call('GET', `${api}/examples`).then((examples) => {
  byId('examples').append(...examples.map((example) => make('button', {
    type: 'button',
    onclick: async () => {
      byId('example-trouble').textContent = '';
      try {
        await call('POST', `${api}/examples`, { post, kind: example.kind });
        speak(phrase('Posted: {1}', phrase(example.label)));
      } catch (e) { byId('example-trouble').textContent = e.message; }
    },
  }, phrase(example.label))));
}).catch((e) => { byId('example-trouble').textContent = e.message; });

setInterval(() => {
  for (const when of document.querySelectorAll('.when')) when.textContent = ago(Number(when.dataset.time));
}, 20000);
follow();
