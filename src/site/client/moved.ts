// Takes the question and the heading of an old address along, which the page's own refresh cannot.
const target = document.querySelector<HTMLAnchorElement>('[data-moved-to]');
if (target && (location.search || location.hash)) {
  const url = new URL(target.href);
  if (url.search === '') url.search = location.search;
  if (url.hash === '') url.hash = location.hash;
  location.replace(url);
}
