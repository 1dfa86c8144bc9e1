// Language, light and dark, printing: on every page.
const $ = (id) => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const root = document.documentElement;
const WORDS = JSON.parse($('ui-words').textContent);
let english = root.lang === 'en';
const word = (key) => (WORDS[key] ? WORDS[key][english ? 1 : 0] : key);
root.classList.add('js');

// A page from a file may have no storage; then nothing is kept.
const keep = (key, value) => { try { localStorage.setItem(`gwr-${key}`, value); } catch { /* nothing kept */ } };
const kept = (key) => { try { return localStorage.getItem(`gwr-${key}`); } catch { return null; } };

function speak(toEnglish) {
  english = toEnglish;
  root.lang = english ? 'en' : 'zh-CN';
  for (const e of all('[data-t]')) e.textContent = word(e.dataset.t);
  for (const e of all('[data-ta]')) { e.title = word(e.dataset.ta); e.setAttribute('aria-label', e.title); }
  for (const e of all('[data-zh]')) e.textContent = english ? e.dataset.en : e.dataset.zh;
  for (const e of all('[data-tp]')) { e.placeholder = word(e.dataset.tp); e.setAttribute('aria-label', e.placeholder); }
  document.dispatchEvent(new Event('spoken'));
}

function turn() {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  keep('theme', root.dataset.theme);
}

$('ui-language').addEventListener('click', () => { speak(!english); keep('language', english ? 'en' : 'zh'); });
$('ui-theme').addEventListener('click', turn);
$('ui-print').addEventListener('click', () => print());
if (['light', 'dark'].includes(kept('theme'))) root.dataset.theme = kept('theme');
if (kept('language') && (kept('language') === 'en') !== english) speak(!english);
