(() => {
  'use strict';
  const $ = (query, root = document) => [...root.querySelectorAll(query)];
  const root = document.documentElement;

  // Light, dark, or as the system has it.
  const theme = document.getElementById('theme');
  const themes = ['auto', 'light', 'dark'];
  theme.hidden = false;
  theme.addEventListener('click', () => {
    const next = themes[(themes.indexOf(root.dataset.theme || 'auto') + 1) % 3];
    if (next === 'auto') delete root.dataset.theme;
    else root.dataset.theme = next;
    theme.textContent = 'theme: ' + next;
  });

  // Cases by what is right and what was answered; a cell of the matrix chooses both.
  for (const part of $('section.part')) {
    const list = part.querySelector('details.cases');
    if (!list) continue;
    const cases = $('.case', list);
    const cells = $('.matrix [data-gold]', part);
    const bar = list.querySelector('.filters');
    const choices = ['gold', 'answer'].map((name) => bar.querySelector('select.' + name));
    const shown = bar.querySelector('.shown');
    choices.forEach((select) => {
      const name = select.className;
      const counts = new Map();
      for (const one of cases) {
        counts.set(one.dataset[name], (counts.get(one.dataset[name]) || 0) + 1);
      }
      for (const value of [...counts.keys()].sort()) {
        select.add(new Option(value + ' (' + counts.get(value) + ')', value));
      }
    });
    const filter = () => {
      const [gold, answer] = choices.map((select) => select.value);
      let count = 0;
      for (const one of cases) {
        one.hidden = gold && one.dataset.gold !== gold || answer && one.dataset.answer !== answer;
        if (!one.hidden) count++;
      }
      shown.textContent = count === cases.length ? 'all shown' : count + ' shown';
      for (const cell of cells) {
        cell.classList.toggle('on', cell.dataset.gold === gold && cell.dataset.answer === answer);
      }
    };
    bar.hidden = false;
    choices.forEach((select) => select.addEventListener('change', filter));
    bar.querySelector('button').addEventListener('click', () => {
      choices.forEach((select) => { select.value = ''; });
      filter();
    });
    for (const cell of cells) {
      if (cell.dataset.gold === cell.dataset.answer) continue;
      cell.addEventListener('click', () => {
        choices[0].value = cell.dataset.gold;
        choices[1].value = cell.dataset.answer;
        filter();
        list.open = true;
        list.scrollIntoView({block: 'start'});
      });
    }
    filter();
  }
})();
