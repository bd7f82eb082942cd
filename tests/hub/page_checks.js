// Returns what is wrong with a page: names, ids, headings, landmarks, tables, contrast.
const wrong = [];
const say = (what, element) =>
  wrong.push(`${what}: ${element.outerHTML.slice(0, 120).replace(/\s+/g, " ")}`);
const all = (selector) => [...document.querySelectorAll(selector)];
const shown = (element) => element.checkVisibility({ visibilityProperty: true });

if (!document.documentElement.lang) wrong.push("no language");
if (!document.title.trim()) wrong.push("no title");
for (const landmark of ["main", "header", "h1"]) {
  if (all(landmark).length !== 1) wrong.push(`${all(landmark).length} of ${landmark}`);
}
const ids = all("[id]").map((element) => element.id);
for (const id of ids) {
  if (ids.filter((other) => other === id).length > 1) wrong.push(`two of the id ${id}`);
}
for (const name of ["aria-labelledby", "aria-describedby"]) {
  for (const element of all(`[${name}]`)) {
    for (const id of element.getAttribute(name).split(" ")) {
      if (!document.getElementById(id)) say(`${name} of nothing`, element);
    }
  }
}
for (const control of all("input:not([type=hidden]), select, textarea")) {
  if (!control.labels.length && !control.getAttribute("aria-label")) say("no label", control);
  if (!control.autocomplete && control.tagName === "INPUT") say("no autocomplete", control);
}
for (const thing of all("button, a[href], summary")) {
  if (!thing.textContent.trim()) say("no name", thing);
  const box = thing.getBoundingClientRect();
  const inline = getComputedStyle(thing).display === "inline";
  const least = thing.matches("main a:not(.button)") ? 24 : 39.5;
  if (shown(thing) && !inline && !thing.classList.contains("skip") && box.height < least) {
    say(`only ${box.height} high`, thing);
  }
}
if (all("[tabindex]").some((element) => element.tabIndex > 0)) wrong.push("an order of its own");
let level = 0;
for (const heading of all("main h1, main h2, main h3")) {
  const own = Number(heading.tagName[1]);
  if (own > level + 1) say("a level is left out", heading);
  level = own;
}
for (const table of all("table")) {
  if (!table.caption || !table.caption.textContent.trim()) say("no caption", table);
  if (!table.querySelector("thead th[scope=col]")) say("no heads", table);
  if (table.querySelector("th:not([scope])")) say("a head without scope", table);
}
for (const form of all("form[method=post]")) {
  if (!form.querySelector("[name=form_token]")) say("no token", form);
}
for (const element of all("[style], script, style")) say("inline", element);

const rgb = (text) => {
  const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
  return { r, g, b, a };
};
const light = ({ r, g, b }) => {
  const [x, y, z] = [r, g, b].map((c) => {
    const v = c / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const colour = rgb(getComputedStyle(at).backgroundColor);
    if (colour.a === 1) return colour;
  }
  return rgb("rgb(255, 255, 255)");
};
for (const element of all("body *")) {
  const text = [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
  if (!(text || element.matches("input, select")) || !shown(element)) continue;
  if (element.closest(".hidden, .skip")) continue;
  const style = getComputedStyle(element);
  const [one, two] = [light(rgb(style.color)), light(ground(element))];
  const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  if (ratio < 4.5) say(`contrast ${ratio.toFixed(2)}`, element);
}
return wrong;
