'use strict';
// The controls of a stream of comments, beside practice.js.

let watching = null;

function meter(progress) {
  byId('posted').textContent = progress.posted.toLocaleString();
  byId('edited').textContent = progress.edited.toLocaleString();
  byId('violated').textContent = progress.violating.toLocaleString();
  byId('start').textContent = progress.running ? phrase('Restart') : phrase('Start');
  byId('stop').disabled = !progress.running;
  byId('stream-trouble').textContent = phrase(progress.trouble || '');
  clearTimeout(watching);
  if (progress.running) watching = setTimeout(watch, 300);
}

async function watch() {
  try { meter(await call('GET', `${api}/stream`)); } catch (e) { watching = setTimeout(watch, 2000); }
}

byId('stream').addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    meter(await call('POST', `${api}/stream`, {
      rate: Number(byId('rate').value),
      count: Number(byId('count').value),
      violating: Number(byId('violating').value) / 100,
      seed: Number(byId('seed').value),
    }));
  } catch (e) { byId('stream-trouble').textContent = e.message; }
});
byId('stop').addEventListener('click', async () => {
  try { meter(await call('DELETE', `${api}/stream`)); } catch (e) { byId('stream-trouble').textContent = e.message; }
});

if (matchMedia('(max-width: 860px)').matches) byId('stream-box').open = false;
watch();
