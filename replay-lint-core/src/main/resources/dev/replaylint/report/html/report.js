'use strict';
(function () {
  var form = document.getElementById('filter');
  var items = Array.prototype.slice.call(document.querySelectorAll('li.finding'));

  function filter() {
    var severities = Array.prototype.map.call(form.querySelectorAll('input:checked'), function (i) { return i.value; });
    var rule = form.elements.rule.value;
    var file = form.elements.file.value;
    var shown = 0;
    items.forEach(function (item) {
      var data = item.dataset;
      var fits = severities.indexOf(data.severity) >= 0 && (!rule || data.rule === rule) && (!file || data.file === file);
      item.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    document.getElementById('shown').textContent = shown + ' of ' + items.length + ' shown';
  }

  if (form) {
    form.hidden = false;
    form.addEventListener('input', filter);
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    form.reset();
    filter();
  }

  function reveal(element) {
    for (var at = element; at; at = at.parentElement) {
      if (at.tagName === 'DETAILS') { at.open = true; }
    }
    if (form && element.matches('li.finding') && element.hidden) { form.reset(); filter(); }
  }

  function target(id) { return id ? document.getElementById(id) : null; }

  function clear(element) { while (element.firstChild) { element.removeChild(element.firstChild); } }

  function add(parent, tag, text, name) {
    var made = document.createElement(tag);
    if (text) { made.textContent = text; }
    if (name) { made.className = name; }
    parent.appendChild(made);
    return made;
  }

  function facts(row, into) {
    var heads = row.closest('table').querySelectorAll('thead th');
    var list = add(into, 'dl');
    for (var i = 2; i < 7; i++) {
      var cell = row.cells[i];
      if (cell.textContent !== '–') {
        add(list, 'dt', heads[i].textContent);
        add(list, 'dd', cell.textContent, cell.className);
      }
    }
  }

  function findings(row, into) {
    Array.prototype.forEach.call(row.querySelectorAll('.chips a'), function (chip) {
      var finding = target(chip.getAttribute('href').slice(1));
      var box = add(into, 'div', '', 'found');
      box.appendChild(chip.cloneNode(true));
      if (finding) {
        var words = add(box, 'p');
        Array.prototype.forEach.call(finding.querySelector('h3').childNodes, function (n) { words.appendChild(n.cloneNode(true)); });
      }
    });
  }

  function shut(aside) {
    aside.hidden = true;
    Array.prototype.forEach.call(document.querySelectorAll('a.selected'), function (a) { a.classList.remove('selected'); });
  }

  function inspect(link, row) {
    var graph = link.closest('.graph');
    var aside = graph.querySelector('.inspector');
    Array.prototype.forEach.call(graph.querySelectorAll('a.selected'), function (a) { a.classList.remove('selected'); });
    link.classList.add('selected');
    clear(aside);
    var close = add(aside, 'button', 'Close', 'close');
    close.type = 'button';
    close.addEventListener('click', function () { shut(aside); link.focus(); });
    add(aside, 'p', row.querySelector('.kind').textContent, 'eyebrow');
    add(aside, 'h3', row.querySelector('.name').textContent);
    facts(row, aside);
    findings(row, aside);
    var source = row.querySelector('.source');
    add(aside, 'p', source.querySelector('summary').textContent, 'place');
    var lines = source.querySelector('pre');
    if (lines) { aside.appendChild(lines.cloneNode(true)); }
    var more = add(aside, 'a', 'Show in the table');
    more.href = '#' + row.id;
    aside.hidden = false;
    aside.scrollTop = 0;
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest ? event.target.closest('a[href^="#"]') : null;
    var element = link && target(link.getAttribute('href').slice(1));
    if (!element) { return; }
    if (link.closest('svg') && element.tagName === 'TR') {
      event.preventDefault();
      inspect(link, element);
    } else {
      reveal(element);
    }
  });

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { Array.prototype.forEach.call(document.querySelectorAll('.inspector'), shut); }
  });

  function fragment() {
    var element = target(decodeURIComponent(location.hash.slice(1)));
    if (element) { reveal(element); element.scrollIntoView(); }
  }

  window.addEventListener('hashchange', fragment);
  if (location.hash) { fragment(); }

  var closed = [];
  window.addEventListener('beforeprint', function () {
    closed = Array.prototype.slice.call(document.querySelectorAll('details.part:not([open])'));
    closed.forEach(function (d) { d.open = true; });
  });
  window.addEventListener('afterprint', function () { closed.forEach(function (d) { d.open = false; }); });
  document.documentElement.classList.add('js');
})();
