// Everything by the keyboard. Keys with a modifier belong to the browser; in a field, letters are letters.
const steps = { figure: -1, notice: -1 };

function paragraph(by) {
  const list = all('.p, .h', article);
  const line = innerHeight * 0.35;
  const focused = list.indexOf(document.activeElement.closest?.('.block'));
  const here = focused >= 0 ? focused : list.findIndex((e) => e.getBoundingClientRect().bottom > line) - (by > 0 ? 1 : 0);
  const next = list[Math.max(0, Math.min(list.length - 1, here + by))];
  if (!next) return;
  next.tabIndex = -1;
  for (const e of all('.here', article)) e.classList.remove('here');
  next.classList.add('here');
  next.focus({ preventScroll: true });
  bring(next);
}

function step(name, links, by) {
  if (!links.length) return;
  steps[name] = (steps[name] + by + links.length * 2) % links.length;
  links[steps[name]].click();
}
const figure = (by) => {
  if (steps.figure < 0 && by < 0) steps.figure = 0;
  step('figure', all('.figures tr:not([hidden]) .to'), by);
};
const panes = (name) => view(root.classList.contains(`show-${name}`) ? 'text' : name);

$('ui-menu').addEventListener('click', () => panes('outline'));

const KEYS = {
  j: () => paragraph(1), k: () => paragraph(-1), n: () => figure(1), p: () => figure(-1),
  d: () => step('notice', all('.notices a.to'), 1),
  '/': () => { box.focus(); box.select(); },
  r: () => $('ui-removed').click(), t: turn, l: () => $('ui-language').click(), '?': () => $('ui-keys').showModal(),
  o: () => (matchMedia('(max-width: 78rem)').matches ? panes('outline') : $('ui-outline').querySelector('a')?.focus()),
  f: () => { if (narrow()) panes('facts'); tabs.find((tab) => tab.tabIndex === 0).focus(); },
  Escape: () => { clear(); view('text'); for (const e of all('.here')) e.classList.remove('here'); },
};
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, dialog[open]')) return;
  const act = KEYS[event.key];
  if (!act) return;
  if (event.key !== 'Escape') event.preventDefault();
  act();
});
