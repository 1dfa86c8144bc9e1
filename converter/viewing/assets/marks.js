// A fact lights up its words, and the words their fact; every place has an address.
const article = $('ui-article');
const marked = (key) => all(`[data-m~="${CSS.escape(key)}"]`, article);
const narrow = () => matchMedia('(max-width: 52rem)').matches;

function view(name) {
  root.classList.toggle('show-outline', name === 'outline');
  root.classList.toggle('show-facts', name === 'facts');
  for (const b of all('[data-view]')) b.setAttribute('aria-pressed', b.dataset.view === name);
  if (narrow()) scrollTo({ top: 0, behavior: 'instant' });
}

function clear() {
  for (const e of all('.lit')) e.classList.remove('lit');
}

function all_shown(on) {
  root.classList.toggle('all', on);
  $('ui-removed').setAttribute('aria-checked', on);
  document.dispatchEvent(new Event('shown'));
}
const shown = () => root.classList.contains('all');

// Blocks out of view have no layout yet, so the place may move as the page scrolls: again until it stays.
function bring(element) {
  let last = NaN;
  let still = 0;
  let frames = 0;
  const again = () => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { top } = element.getBoundingClientRect();
    still = top === last ? still + 1 : 0;
    last = top;
    frames += 1;
    if (still < 3 && frames < 20) requestAnimationFrame(again);
  };
  again();
}

// Light up everything under this key; true if there was something.
function light(key, { scroll = true } = {}) {
  let places = marked(key);
  if (!places.length) {
    const place = $(key);
    if (!place || !article.contains(place)) return false;
    places = [place];
  }
  if (places.every((e) => e.closest('.rm, .gone')) && !shown()) all_shown(true);
  if (root.classList.contains('show-facts') || root.classList.contains('show-outline')) view('text');
  clear();
  const whole = places[0].matches('.block, .pin');
  if (!whole) for (const e of places) e.classList.add('lit');
  for (const e of all(`[data-for="${CSS.escape(key)}"]`)) e.classList.add('lit');
  if (scroll) bring(places[0].matches('.pin') ? places[0].parentElement : places[0]);
  return true;
}

function removed_piece(row) {
  all_shown(true);
  view('text');
  clear();
  const pieces = all(`del[data-row="${CSS.escape(row)}"]`, article);
  for (const e of pieces) e.classList.add('lit');
  if (pieces.length) bring(pieces[0]);
}

// A figure in the text: its row in the tables.
function row_of(key) {
  choose('figures');
  const row = $(`row-${key}`);
  if (!row) return;
  if (row.hidden) pick(row.closest('.panel'), 'all');
  light(key, { scroll: false });
  if (narrow()) view('facts');
  row.scrollIntoView({ block: 'center', behavior: 'instant' });
}

function go(hash) {
  const key = decodeURIComponent(hash.slice(1));
  if (key.startsWith('row-')) row_of(key.slice(4));
  else if (key.startsWith('removed-')) removed_piece(key.slice(8));
  else if (!light(key) && $(key)) { view('text'); $(key).scrollIntoView(); }
}

function note(button) {
  const entry = $(`note-${button.dataset.note}`);
  if (!entry) return;
  const pop = $('ui-pop');
  $('ui-pop-term').textContent = entry.querySelector('dt a').textContent.trim();
  $('ui-pop-text').textContent = entry.querySelector('dd').textContent;
  pop.showPopover();
  const at = button.getBoundingClientRect();
  const { width, height } = pop.getBoundingClientRect();
  const below = at.bottom + height + 8 < innerHeight;
  pop.style.left = `${Math.max(8, Math.min(at.left - width / 2, innerWidth - width - 8))}px`;
  pop.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - height - 4)}px`;
}

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const anchor = event.target.closest('.anchor');
  if (anchor) { note(anchor); return; }
  const link = event.target.closest('a[href^="#"]');
  const row = event.target.closest('tr[data-for]');
  const hash = link ? link.getAttribute('href') : row ? `#${row.dataset.for}` : '';
  if (!hash) return;
  event.preventDefault();
  history.pushState(null, '', hash);
  if (link && 'flaw' in link.dataset) all_shown(true);
  go(hash);
});
addEventListener('popstate', () => { if (location.hash) go(location.hash); });
addEventListener('hashchange', () => go(location.hash));
$('ui-removed').addEventListener('click', () => {
  // What the reader looks at stays where it is; at the top, what is shown there is what they look for.
  const still = scrollY > 60 && blocks_of().find((b) => b.getBoundingClientRect().bottom > 80);
  const before = still && still.getBoundingClientRect().top;
  all_shown(!shown());
  if (still) scrollBy({ top: still.getBoundingClientRect().top - before, behavior: 'instant' });
});
const blocks_of = () => all('.block:not(.gone)', article);
