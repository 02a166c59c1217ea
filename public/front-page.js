/*
 * All the script of the front page: the edge of the before/after pair, the price of a custom pack, and a menu that closes. Without it the
 * page reads the same, the pair stands at its start, and the menu is closed by its button.
 */
for (const pair of document.querySelectorAll('[data-compare]')) {
  const range = pair.querySelector('input[type=range]');
  const [before = ''] = (range.getAttribute('aria-valuetext') ?? '').split('% ').slice(1);
  range.addEventListener('input', () => {
    pair.style.setProperty('--edge-x', `${range.value}%`);
    range.setAttribute('aria-valuetext', `${range.value}% ${before}`);
  });
}

for (const order of document.querySelectorAll('[data-stops]')) {
  const stops = JSON.parse(order.dataset.stops);
  const range = order.querySelector('input[type=range]');
  range.addEventListener('input', () => {
    const stop = stops[Number(range.value)];
    for (const place of order.querySelectorAll('[data-show]')) place.textContent = stop[place.dataset.show];
    order.querySelector('a').href = stop.href;
    range.setAttribute('aria-valuetext', stop.credits);
  });
}

for (const menu of document.querySelectorAll('header details')) {
  menu.addEventListener('click', (event) => {
    if (event.target.closest('a')) menu.removeAttribute('open');
  });
}
