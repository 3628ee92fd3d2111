(() => {
  'use strict';
  const $ = (query, root = document) => [...root.querySelectorAll(query)];
  const root = document.documentElement;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;

  // Light, dark, or as the system has it.
  const theme = document.getElementById('theme');
  const themes = ['auto', 'light', 'dark'];
  const paint = (name) => {
    if (name === 'auto') delete root.dataset.theme;
    else root.dataset.theme = name;
    theme.textContent = 'theme: ' + name;
  };
  theme.hidden = false;
  theme.addEventListener('click', () => {
    paint(themes[(themes.indexOf(root.dataset.theme || 'auto') + 1) % 3]);
    try {
      localStorage.setItem('entente-theme', root.dataset.theme || 'auto');
    } catch (e) { /* no storage: the choice holds for this page */ }
  });
  try {
    const kept = localStorage.getItem('entente-theme');
    if (themes.includes(kept)) paint(kept);
  } catch (e) { /* no storage */ }

  // Which pieces of the text, cards and marks of the timeline belong to an event.
  const segments = $('article .seg').map((element) => ({
    element,
    parts: element.dataset.m.split(' ').map((part) => part.split(':')),
  }));
  const pieces = new Map();
  for (const segment of segments) {
    for (const [role, id] of segment.parts) {
      if (!pieces.has(id)) pieces.set(id, []);
      pieces.get(id).push([segment.element, role]);
    }
  }
  const cards = new Map($('.card').map((card) => [card.id, card]));
  const marks = new Map($('.mark[data-e]').map((mark) => [mark.dataset.e, mark]));

  let lit = [];
  let pinned = null;
  const dark = () => {
    for (const element of lit) {
      element.classList.remove('on', 'on-s', 'on-a', 'on-t', 'on-w', 'lit');
    }
    lit = [];
  };
  const light = (id) => {
    dark();
    const card = cards.get(id);
    if (!card) return;
    for (const [element, role] of pieces.get(id) || []) {
      element.classList.add('on', 'on-' + role);
      lit.push(element);
    }
    const article = card.closest('.pane').querySelector('article');
    article.classList.add('lit');
    card.classList.add('on');
    lit.push(article, card);
    if (marks.has(id)) {
      marks.get(id).classList.add('on');
      lit.push(marks.get(id));
    }
  };
  const rest = () => (pinned ? light(pinned) : dark());
  const pin = (id) => {
    pinned = id;
    rest();
  };
  const open = (element) => {
    for (let up = element.closest('details'); up; up = up.parentElement.closest('details')) {
      up.open = true;
    }
  };
  const show = (element, block) => {
    open(element);
    element.scrollIntoView({ block, behavior: calm ? 'auto' : 'smooth' });
  };
  const words = (id) => {
    const found = pieces.get(id) || [];
    const [element] = found.find(([, role]) => role === 'a') || found[0] || [];
    return element;
  };
  const inView = (element) => {
    const box = element.getBoundingClientRect();
    return box.top > 56 && box.bottom < innerHeight;
  };

  for (const [id, card] of cards) {
    const toText = () => {
      pin(id);
      const element = words(id);
      if (element && !inView(element) && innerWidth > 860) show(element, 'center');
    };
    card.addEventListener('mouseenter', () => light(id));
    card.addEventListener('mouseleave', rest);
    card.addEventListener('focusin', () => {
      if (document.activeElement.matches(':focus-visible')) toText();
    });
    card.addEventListener('click', (event) => {
      const number = event.target.closest('a.num');
      if (number) {
        event.preventDefault();
        pin(id);
        const element = words(id);
        if (element) {
          show(element, 'center');
          element.focus({ preventScroll: true });
        }
      } else if (!event.target.closest('summary, a, button') && !String(getSelection())) {
        toText();
      }
    });
  }

  // A piece may belong to several events: the first that is shown, each click the next.
  const first = (segment) => {
    const ids = [...new Set(
      [...segment.parts]
        .sort(([a], [b]) => 'astw'.indexOf(a) - 'astw'.indexOf(b))
        .map(([, id]) => id))]
      .filter((id) => cards.has(id) && !cards.get(id).hidden);
    const next = ids[(ids.indexOf(pinned) + 1) % ids.length];
    return { hover: ids.includes(pinned) ? pinned : ids[0], next };
  };
  for (const segment of segments) {
    const element = segment.element;
    element.addEventListener('mouseenter', () => {
      const { hover } = first(segment);
      if (hover && !element.matches('.w:not(.s):not(.a):not(.t)')) light(hover);
    });
    element.addEventListener('mouseleave', rest);
    element.addEventListener('focus', () => {
      const { hover } = first(segment);
      if (hover && element.matches(':focus-visible')) {
        pin(hover);
        if (innerWidth > 860) show(cards.get(hover), 'nearest');
      }
    });
    element.addEventListener('click', (event) => {
      const { next } = first(segment);
      event.preventDefault();
      if (!next) return;
      pin(next);
      show(cards.get(next), innerWidth > 860 ? 'nearest' : 'start');
    });
  }
  for (const [id, mark] of marks) {
    mark.addEventListener('mouseenter', () => light(id));
    mark.addEventListener('mouseleave', rest);
    mark.addEventListener('click', (event) => {
      event.preventDefault();
      pin(id);
      show(cards.get(id), 'center');
    });
  }
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') pin(null);
  });

  // Filters.
  const chips = $('.chip');
  const shown = document.getElementById('shown');
  const filter = () => {
    const off = new Set(
      chips.filter((chip) => chip.getAttribute('aria-pressed') === 'false')
        .map((chip) => chip.dataset.by + ':' + chip.dataset.value));
    let count = 0;
    for (const [id, card] of cards) {
      card.hidden = off.has('quad:' + card.dataset.quad) || off.has('status:' + card.dataset.status);
      if (!card.hidden) count++;
      if (marks.has(id)) marks.get(id).classList.toggle('off', card.hidden);
    }
    for (const { element, parts } of segments) {
      element.classList.toggle('off', parts.every(([, id]) => cards.get(id).hidden));
    }
    shown.textContent = count === cards.size ? 'show' : count + ' of ' + cards.size;
  };
  for (const bar of $('.filters')) bar.hidden = cards.size === 0;
  for (const chip of chips) {
    chip.addEventListener('click', () => {
      chip.setAttribute('aria-pressed', chip.getAttribute('aria-pressed') === 'false');
      pin(null);
      filter();
    });
  }

  // A node of the network lights up its arrows and those at their other end.
  for (const picture of $('.network')) {
    const arrows = $('.arrow[data-a]', picture);
    const nodes = $('.node', picture);
    for (const node of nodes) {
      node.addEventListener('mouseenter', () => {
        const id = node.dataset.a;
        const near = new Set([id]);
        for (const arrow of arrows) {
          const on = arrow.dataset.a === id || arrow.dataset.b === id;
          arrow.classList.toggle('on', on);
          if (on) near.add(arrow.dataset.a).add(arrow.dataset.b);
        }
        for (const other of nodes) other.classList.toggle('on', near.has(other.dataset.a));
        picture.classList.add('lit');
      });
      node.addEventListener('mouseleave', () => picture.classList.remove('lit'));
    }
  }

  // Links to what is folded away, and paper.
  for (const link of $('.contents a')) {
    link.addEventListener('click', () => {
      document.getElementById(link.hash.slice(1)).open = true;
    });
  }
  addEventListener('beforeprint', () => {
    for (const doc of $('.doc')) doc.open = true;
  });
})();
