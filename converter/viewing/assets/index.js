// The index: everything is in the page as rows of values; only what can be seen is drawn.
const ROWS = JSON.parse($('ui-data').textContent);
const [LINK, TITLE, PLACE, PROVINCE, LEVEL, YEAR, STATE, TYPE, FIGURES, NOTICES, TARGETS, FILE] = ROWS.length ? ROWS[0].keys() : [];
const COLUMN = { province: PROVINCE, year: YEAR, level: LEVEL, state: STATE };
const STEP = 40; // rows drawn at once: a window full, so that every letter typed is answered at once
const SVG = 'http://www.w3.org/2000/svg';
const folded = (text) => text.normalize('NFKC').toLowerCase();
const hay = ROWS.map((r) => folded(`${r[TITLE]} ${r[PLACE]} ${r[YEAR] ?? ''} ${r[FILE]}`));
let found = [];
let drawn = 0;
let sorted = null;

const named = (key, value) => (key === 'level' ? word(`level.${value}`) : key === 'state' ? word(`completeness_status.${value}`) : String(value));

function options() {
  for (const select of all('select[data-key]')) {
    const { key } = select.dataset;
    const chosen = select.value;
    const counts = new Map();
    for (const r of ROWS) counts.set(r[COLUMN[key]] ?? '', (counts.get(r[COLUMN[key]] ?? '') ?? 0) + 1);
    const values = [...counts.keys()].sort((a, b) => (key === 'year' ? b - a : String(a).localeCompare(String(b), 'zh')));
    select.replaceChildren(select.firstElementChild, ...values.map((v) => new Option(`${v === '' ? word('unknown') : named(key, v)} (${counts.get(v)})`, v === '' ? '-' : v)));
    select.value = chosen;
  }
}

function bars(targets) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 66 22');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', targets.map((t) => (t === null ? '—' : `${t}%`)).join(' '));
  targets.forEach((t, n) => {
    const bar = document.createElementNS(SVG, 'rect');
    const height = t === null ? 1 : Math.max(1.5, Math.min(20, Math.abs(t) * 1.3));
    const place = { x: n * 8 + 1, width: 6, y: 21 - height, height };
    for (const [name, value] of Object.entries(place)) bar.setAttribute(name, value);
    if (t === null) bar.setAttribute('class', 'none');
    svg.append(bar);
  });
  return svg;
}

function cell(content, name = '') {
  const td = document.createElement('td');
  td.className = name;
  td.append(content);
  return td;
}

function line(r) {
  const tr = document.createElement('tr');
  const link = document.createElement('a');
  link.href = r[LINK].split('/').map(encodeURIComponent).join('/');
  link.textContent = r[TITLE];
  const gdp = r[TARGETS][0];
  const state = r[TYPE] === 'government_work_report' ? word(`completeness_status.${r[STATE]}`) : word(`document_type.${r[TYPE]}`);
  tr.append(
    cell(r[PLACE] || '—'), cell(r[YEAR] ?? '—'), cell(link, 'name'), cell(r[LEVEL] ? word(`level.${r[LEVEL]}`) : '—'), cell(state, `s-${r[STATE]}`),
    cell(gdp === null ? '' : `${gdp}%`, 'num'), cell(bars(r[TARGETS])), cell(r[FIGURES], 'num'), cell(r[NOTICES] || '', 'num'),
  );
  return tr;
}

function more() {
  $('ui-rows').append(...found.slice(drawn, drawn + STEP).map((n) => line(ROWS[n])));
  drawn = Math.min(found.length, drawn + STEP);
  $('ui-more').hidden = drawn >= found.length;
}

const VALUE = { place: (r) => r[PLACE], year: (r) => r[YEAR], gdp: (r) => r[TARGETS][0], figures: (r) => r[FIGURES], notices: (r) => r[NOTICES] };
const order = new Intl.Collator('zh');

function ordered(numbers) {
  if (!sorted) return numbers;
  const value = VALUE[sorted.key];
  return numbers.sort((a, b) => {
    const [x, y] = [value(ROWS[a]), value(ROWS[b])];
    if (x === null || y === null) return (x === null) - (y === null); // what is not known comes last
    return sorted.by * (typeof x === 'string' ? order.compare(x, y) : x - y);
  });
}

function filter() {
  const words = folded($('ui-query').value).split(/\s+/).filter(Boolean);
  const chosen = all('select[data-key]').filter((s) => s.value).map((s) => [COLUMN[s.dataset.key], s.value === '-' ? '' : s.value]);
  const fits = (r, n) => chosen.every(([c, v]) => String(r[c] ?? '') === v) && words.every((w) => hay[n].includes(w));
  found = ordered([...ROWS.keys()].filter((n) => fits(ROWS[n], n)));
  drawn = 0;
  $('ui-rows').replaceChildren();
  $('ui-count').textContent = found.length;
  $('ui-none').hidden = found.length > 0;
  more();
}

for (const b of all('[data-sort]')) {
  b.addEventListener('click', () => {
    const by = sorted?.key === b.dataset.sort ? -sorted.by : b.dataset.sort === 'place' ? 1 : -1;
    sorted = { key: b.dataset.sort, by };
    for (const other of all('[data-sort]')) other.closest('th').setAttribute('aria-sort', other === b ? (by > 0 ? 'ascending' : 'descending') : 'none');
    filter();
  });
}
$('ui-query').addEventListener('input', filter);
for (const s of all('select[data-key]')) s.addEventListener('change', filter);
$('ui-more').addEventListener('click', more);
new IntersectionObserver((seen) => { if (seen.some((s) => s.isIntersecting)) more(); }, { rootMargin: '600px' }).observe($('ui-more'));
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && !event.target.closest('input, select')) { event.preventDefault(); $('ui-query').focus(); }
});
document.addEventListener('spoken', () => { options(); filter(); });
options();
filter();
