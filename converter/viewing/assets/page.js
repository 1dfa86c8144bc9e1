// Tabs, filters, the outline's current place, the three views of a telephone.
const tabs = all('[role="tab"]');

function choose(name, focus = false) {
  for (const tab of tabs) {
    const on = tab.id === `ui-tab-${name}`;
    tab.setAttribute('aria-selected', on);
    tab.tabIndex = on ? 0 : -1;
    $(tab.getAttribute('aria-controls')).toggleAttribute('data-off', !on);
    if (on && focus) tab.focus();
  }
}
for (const tab of tabs) {
  tab.addEventListener('click', () => { choose(tab.id.slice(7)); if (!narrow()) $('ui-facts').scrollTop = 0; });
  tab.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    choose(tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length].id.slice(7), true);
  });
}

function pick(panel, kind) {
  for (const b of all('.pick', panel)) b.setAttribute('aria-pressed', b.dataset.pick === kind);
  for (const r of all('tr[data-kind]', panel)) r.hidden = kind !== 'all' && r.dataset.kind !== kind;
}
for (const b of all('.pick')) b.addEventListener('click', () => pick(b.closest('.panel'), b.dataset.pick));
for (const b of all('[data-view]')) b.addEventListener('click', () => view(b.dataset.view));
$('ui-help').addEventListener('click', () => $('ui-keys').showModal());

// The outline follows the text: the last section that begins above the middle of the window.
const heads = all('#ui-outline a').map((link) => ({ link, place: $(decodeURIComponent(link.getAttribute('href').slice(1))) })).filter((h) => h.place);
let waiting = false;
function follow() {
  waiting = false;
  if (root.classList.contains('show-facts')) return;
  const limit = innerHeight * 0.4;
  let low = 0;
  let high = heads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (heads[middle].place.getBoundingClientRect().top <= limit) low = middle + 1; else high = middle;
  }
  heads.forEach(({ link }, n) => (n === low - 1 ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
  const link = heads[low - 1]?.link;
  const box = $('ui-outline');
  if (!link || box.offsetParent === null || narrow()) return;
  const at = link.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (at < 40 || at > box.clientHeight - 60) box.scrollTop += at - box.clientHeight / 2;
}
addEventListener('scroll', () => { if (!waiting) { waiting = true; requestAnimationFrame(follow); } }, { passive: true });
follow();
if (location.hash) go(location.hash);
