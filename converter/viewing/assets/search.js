// Search in the text: full-width and half-width, large and small are the same; marks lie over the text without changing it.
const box = $('ui-search');
const MOST = 5000;
let texts = null; // for each block: its text as searched, and the text nodes it came from
let hits = [];
let current = -1;

const plain = (text) => text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/　/g, ' ').toLowerCase();
const hidden = (node) => node.parentElement.closest(shown() ? '.tag, .self, .blank' : '.tag, .self, .blank, .rm, .gone');

function gather() {
  return all('.block', article).map((block) => {
    const nodes = [];
    let text = '';
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (hidden(node)) continue;
      nodes.push([text.length, node]);
      text += node.data;
    }
    const folded = plain(text);
    return { nodes, text: folded.length === text.length ? folded : text };
  });
}

function place(nodes, at) {
  let n = nodes.length - 1;
  while (n > 0 && nodes[n][0] > at) n -= 1;
  return [nodes[n][1], at - nodes[n][0]];
}

function find(query) {
  texts ??= gather();
  const found = [];
  for (const { nodes, text } of texts) {
    for (let at = text.indexOf(query); at >= 0 && found.length < MOST; at = text.indexOf(query, at + query.length)) {
      const range = new Range();
      range.setStart(...place(nodes, at));
      const [node, offset] = place(nodes, at + query.length - 1);
      range.setEnd(node, offset + 1);
      found.push(range);
    }
  }
  return found;
}

function paint(name, ranges) {
  if (typeof Highlight === 'undefined') return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges)); else CSS.highlights.delete(name);
}

function to(n) {
  current = hits.length ? (n + hits.length) % hits.length : -1;
  $('ui-hits').textContent = box.value.trim() ? `${current + 1} / ${hits.length}${hits.length >= MOST ? '+' : ''}` : '';
  paint('hits', hits);
  paint('hit', current < 0 ? [] : [hits[current]]);
  if (current >= 0) bring(hits[current].startContainer.parentElement.closest('a, span, del, .block'));
}

function search() {
  const query = plain(box.value.trim());
  $('ui-find').classList.toggle('on', query !== '');
  if (query) view('text');
  hits = query ? find(query) : [];
  to(0);
}
let pause = 0;
box.addEventListener('input', () => { clearTimeout(pause); pause = setTimeout(search, 80); });
box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') { event.preventDefault(); to(current + (event.shiftKey ? -1 : 1)); }
  if (event.key === 'Escape') { box.value = ''; search(); box.blur(); }
});
$('ui-next').addEventListener('click', () => to(current + 1));
$('ui-previous').addEventListener('click', () => to(current - 1));
document.addEventListener('shown', () => { texts = null; if (box.value.trim()) search(); });
