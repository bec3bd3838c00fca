'use strict';
// Lists the emails as they arrive and opens one. An email's words are only text here; its HTML is shown only in a
// sandboxed frame.

const byId = (id) => document.getElementById(id);
const words = JSON.parse(document.body.dataset.words);
// A sentence is translated whole, with its values put in afterward.
const phrase = (english, ...values) => (words[english] ?? english).replace(/\{(\d)\}/g, (all, n) => values[n - 1]);
const read = new Set();
let version = -1;
let openId = 0;

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) if (value != null) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const locale = document.documentElement.lang === 'es' ? 'es-419' : 'en-US';

function when(iso, long) {
  const time = new Date(iso);
  const today = time.toDateString() === new Date().toDateString();
  const clock = { hour: 'numeric', minute: '2-digit' };
  const day = { month: 'short', day: 'numeric' };
  if (long) return time.toLocaleString(locale, { ...day, ...clock });
  return today ? time.toLocaleTimeString(locale, clock) : time.toLocaleDateString(locale, day);
}

function item(mail) {
  const link = make('a', { href: '#' + mail.id, 'data-id': mail.id },
    make('span', { class: 'title' }, mail.subject || phrase('(no subject)')),
    make('span', { class: 'to quiet' }, mail.to.join(', ')),
    make('time', { class: 'quiet', datetime: mail.arrived }, when(mail.arrived)));
  return make('li', {}, link);
}

function counted(total, listed) {
  if (total === 0) return '';
  if (total === 1) return phrase('1 email');
  return listed < total ? phrase('{1} emails, the newest {2} listed', total, listed) : phrase('{1} emails', total);
}

function mark() {
  for (const link of document.querySelectorAll('#list a')) {
    const id = Number(link.dataset.id);
    link.parentElement.className = read.has(id) ? '' : 'unread';
    if (id === openId) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
  }
}

async function follow() {
  for (;;) {
    try {
      const answer = await fetch('/api/mails?since=' + version);
      if (!answer.ok) throw new Error();
      const news = await answer.json();
      byId('connection').textContent = '';
      if (news.version !== version) {
        const known = new Set([...document.querySelectorAll('#list a')].map((link) => link.dataset.id));
        const arrived = news.mails.filter((mail) => !known.has(String(mail.id)));
        byId('list').prepend(...arrived.map(item)); // existing entries stay and keep the focus
        if (version !== -1 && arrived.length) byId('spoken').textContent = phrase('New email: {1}', arrived[0].subject || phrase('(no subject)'));
        byId('empty').hidden = news.total > 0;
        byId('choose').hidden = news.total === 0 || openId > 0;
        byId('count').textContent = counted(news.total, news.mails.length);
        version = news.version;
        mark();
      }
    } catch (e) {
      byId('connection').textContent = phrase('The mailbox isn’t responding. New emails appear again once Hall Monitor runs.');
      await new Promise((done) => setTimeout(done, 1500));
    }
  }
}

function select(name, focus) {
  for (const part of ['html', 'text', 'headers']) {
    const tab = byId('tab-' + part);
    tab.setAttribute('aria-selected', String(part === name));
    tab.tabIndex = part === name ? 0 : -1;
    byId('panel-' + part).hidden = part !== name;
    if (part === name && focus) tab.focus();
  }
}

/** Puts the text into the element with its web addresses as links. */
function withLinks(element, text) {
  element.replaceChildren();
  let from = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)) {
    element.append(text.slice(from, found.index),
      make('a', { href: found[0], target: '_blank', rel: 'noopener noreferrer' }, found[0]));
    from = found.index + found[0].length;
  }
  element.append(text.slice(from));
}

async function show() {
  openId = Number(location.hash.slice(1)) || 0;
  document.body.classList.toggle('reading', openId > 0);
  byId('mail').hidden = true;
  byId('choose').hidden = openId > 0 || version < 1;
  if (!openId) { mark(); return; }
  const id = openId;
  let mail;
  try {
    const answer = await fetch('/api/mails/' + id);
    mail = await answer.json();
    if (!answer.ok) throw new Error(mail.error);
  } catch (e) {
    byId('connection').textContent = phrase(e.message);
    return;
  }
  if (id !== openId) return;
  read.add(id);
  byId('subject').textContent = mail.subject || phrase('(no subject)');
  byId('from').textContent = mail.from;
  byId('to').textContent = mail.to.join(', ');
  byId('arrived').textContent = when(mail.arrived, true);
  byId('attached').textContent = mail.attachments.join(', ');
  byId('attached').hidden = byId('attached-label').hidden = mail.attachments.length === 0;
  byId('raw').href = '/mails/' + id + '/raw';
  byId('tab-html').hidden = !mail.html;
  byId('panel-html').replaceChildren(...(mail.html ? [make('iframe', {
    src: '/mails/' + id + '/html', title: phrase('The email as HTML'),
    sandbox: 'allow-popups allow-popups-to-escape-sandbox', referrerpolicy: 'no-referrer',
  })] : []));
  withLinks(byId('text'), mail.text || phrase('This email has no plain text.'));
  byId('headers').replaceChildren(...mail.headers.map((header) =>
    make('tr', {}, make('th', { scope: 'row' }, header.name), make('td', {}, header.value))));
  select(mail.html ? 'html' : 'text');
  byId('mail').hidden = false;
  byId('mail').focus({ preventScroll: true });
  if (document.body.clientWidth <= 800) scrollTo(0, 0);
  mark();
}

for (const part of ['html', 'text', 'headers']) {
  byId('tab-' + part).addEventListener('click', () => select(part));
  byId('tab-' + part).addEventListener('keydown', (event) => {
    const tabs = ['html', 'text', 'headers'].filter((each) => !byId('tab-' + each).hidden);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) select(tabs[(tabs.indexOf(part) + step + tabs.length) % tabs.length], true);
  });
}
addEventListener('hashchange', show);
show();
follow();
