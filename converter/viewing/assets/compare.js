// Only what differs, and from one difference to the next.
const toggle = $('ui-different');
toggle.addEventListener('click', () => {
  const on = root.classList.toggle('different');
  toggle.setAttribute('aria-checked', on);
});
const differing = all('.texts .pair:not(.c-same)');
let at = -1;
function next(by) {
  if (!differing.length) return;
  differing[at]?.classList.remove('here');
  at = (at + by + differing.length) % differing.length;
  differing[at].classList.add('here');
  for (let n = 0; n < 2; n += 1) differing[at].scrollIntoView({ block: 'center', behavior: 'instant' });
}
$('ui-following').addEventListener('click', () => next(1));
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select')) return;
  const act = { n: () => next(1), p: () => next(at < 0 ? 0 : -1), r: () => toggle.click(), t: turn, l: () => $('ui-language').click() }[event.key];
  if (act) { event.preventDefault(); act(); }
});
